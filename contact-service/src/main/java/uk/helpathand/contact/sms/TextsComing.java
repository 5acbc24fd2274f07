package uk.helpathand.contact.sms;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import uk.helpathand.platform.health.Arrivals;

/** Texts by themselves: while the pages are busy nobody would miss them. What only the sweep found did not come by itself. */
@ApplicationScoped
class TextsComing implements Arrivals {

    @Override
    public String of() {
        return "texts";
    }

    @Override
    public List<Instant> latest(int most) {
        return ProviderEvent.find(
                        "select receivedAt from ProviderEvent where kind = 'message' and swept = false order by id desc")
                .page(Page.ofSize(most))
                .project(Instant.class)
                .list();
    }
}
