package uk.helpathand.contact.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import uk.helpathand.platform.health.Arrivals;

/** Every enquiry counts, from whatever page it came. */
@ApplicationScoped
class EnquiryArrivals implements Arrivals {

    @Override
    public List<Instant> latest(int most) {
        return Enquiry.latest(most);
    }
}
