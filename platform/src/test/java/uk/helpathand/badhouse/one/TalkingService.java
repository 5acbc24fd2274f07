package uk.helpathand.badhouse.one;

import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import uk.helpathand.platform.application.Thing;

/** Does everything a class of this house does not. */
public class TalkingService {

    public Instant now() {
        return Instant.now();
    }

    public void refuse() {
        throw new NotFoundException();
    }

    /** Shows an entity to everybody. */
    public static class OpenResource {
        public Thing get() {
            return null;
        }
    }
}
