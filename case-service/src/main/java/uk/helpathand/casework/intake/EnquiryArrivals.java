package uk.helpathand.casework.intake;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import uk.helpathand.platform.health.Arrivals;

/** Every enquiry counts, also those of the tray. */
@ApplicationScoped
class EnquiryArrivals implements Arrivals {

    @Override
    public List<Instant> latest(int most) {
        return Enquiry.find("select receivedAt from Enquiry order by receivedAt desc")
                .page(Page.ofSize(most))
                .project(Instant.class)
                .list();
    }
}
