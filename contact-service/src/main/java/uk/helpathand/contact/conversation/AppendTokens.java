package uk.helpathand.contact.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.platform.crypto.MasterKeys;

/**
 * A sealed token that lets a page add to a conversation and never read it, so that words typed for an hour still arrive
 * after the reading session has ended. Opaque: it shows no id.
 */
@ApplicationScoped
public class AppendTokens {

    private static final String PURPOSE = "append-token";
    private static final Duration VALID = Duration.ofDays(7);

    @Inject
    MasterKeys keys;

    @Inject
    Clock clock;

    public String of(UUID conversationId) {
        byte[] content = ByteBuffer.allocate(24)
                .putLong(conversationId.getMostSignificantBits())
                .putLong(conversationId.getLeastSignificantBits())
                .putLong(clock.instant().toEpochMilli())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.seal(PURPOSE, content));
    }

    /** Empty for what was not made here, or too long ago. */
    public Optional<UUID> open(String token) {
        if (token == null || token.length() > 200) {
            return Optional.empty();
        }
        try {
            ByteBuffer content =
                    ByteBuffer.wrap(keys.open(PURPOSE, Base64.getUrlDecoder().decode(token)));
            var conversationId = new UUID(content.getLong(), content.getLong());
            Instant madeAt = Instant.ofEpochMilli(content.getLong());
            return madeAt.plus(VALID).isAfter(clock.instant()) ? Optional.of(conversationId) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
