package uk.helpathand.contact.sms;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.time.Ids;

/** What a provider told us, once each, with the bytes as they came. */
@Entity
@Table(name = "provider_event")
class ProviderEvent extends PanacheEntityBase {

    static final String MESSAGE = "message";

    private static final String ONCE = "ux_provider_event";

    @Id
    UUID id;

    String provider;

    @Column(name = "provider_id")
    String providerId;

    String kind;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "sent_at")
    Instant sentAt;

    boolean swept;

    @Column(name = "conversation_id")
    UUID conversationId;

    byte[] raw;

    static ProviderEvent of(String provider, String providerId, String kind, Instant now) {
        var event = new ProviderEvent();
        event.id = Ids.next();
        event.provider = provider;
        event.providerId = providerId;
        event.kind = kind;
        event.receivedAt = now;
        return event;
    }

    /** The bytes, under the key of the conversation they belong to. */
    void keep(byte[] bytes, UUID conversation, SubjectCipher cipher) {
        conversationId = conversation;
        raw = cipher.encryptBytes(bytes, "provider_event.raw", id);
    }

    static boolean isKnown(String provider, String providerId, String kind) {
        return count("provider = ?1 and providerId = ?2 and kind = ?3", provider, providerId, kind) > 0;
    }

    /** Those of them that a provider has told already. */
    static Set<String> known(String provider, List<String> providerIds, String kind) {
        return find(
                        "select providerId from ProviderEvent where provider = ?1 and providerId in ?2 and kind = ?3",
                        provider,
                        providerIds,
                        kind)
                .project(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Another replica has stored the same at the same moment. */
    static boolean isKnown(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConstraintViolationException violation
                        && ONCE.equals(violation.getConstraintName()));
    }
}
