package uk.helpathand.contact.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import uk.helpathand.platform.crypto.MasterKeys;

/**
 * Says on a page whose it is. Brothers and sisters share a browser, and its cookies are those of whoever came last: what is pressed on
 * an earlier page must not happen to another's thread. It opens nothing and adds nothing.
 */
@ApplicationScoped
public class ThreadMarks {

    private static final int BYTES = 9;

    @Inject
    MasterKeys keys;

    public String of(UUID conversationId) {
        byte[] whole = keys.hash("thread-mark", conversationId.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
    }

    /** @param mark null on a page that says nothing */
    public boolean fits(String mark, UUID conversationId) {
        return mark == null || mark.equals(of(conversationId));
    }
}
