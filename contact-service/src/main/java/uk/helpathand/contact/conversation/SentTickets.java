package uk.helpathand.contact.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Page;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.Requester;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.time.Jobs;

/**
 * What a browser has just sent, for 15 minutes: with the return code until it was shown once. Whoever holds the phone
 * next must not read it.
 */
@ApplicationScoped
public class SentTickets {

    private static final String CARRIED = "carried-ticket";
    /** More than so many nobody has open. */
    private static final int MOST = 20;

    @Inject
    MasterKeys keys;

    @Inject
    DataKeys dataKeys;

    @Inject
    ThreadMarks marks;

    @Inject
    Clock clock;

    /**
     * @param returnCode null once it was shown
     * @param unconfirmed it came in a flood, and its sender has not pressed the button yet
     */
    public record Sent(
            UUID conversationId, Requester requester, Instant sentAt, String returnCode, boolean unconfirmed) {

        /** The code opens a thread: it never enters a log. */
        @Override
        public String toString() {
            return "Sent[...]";
        }
    }

    @Transactional
    public Optional<Sent> look(String browser) {
        return newest(browser, 1).stream()
                .findFirst()
                .map(conversation -> new Sent(
                        conversation.id,
                        Requester.fromString(conversation.requester),
                        conversation.createdAt,
                        conversation.ticketCode(dataKeys.open(SubjectKind.CONVERSATION, conversation.id)),
                        conversation.isUnconfirmed()));
    }

    /** All that this browser has sent in the last 15 minutes. */
    @Transactional
    public List<UUID> all(String browser) {
        if (browser == null) {
            return List.of();
        }
        return Conversation.find(
                        "select id from Conversation where ticketHash = ?1 and ticketUntil > ?2",
                        hash(browser),
                        clock.instant())
                .project(UUID.class)
                .list();
    }

    /** For a browser without cookies: the same, sealed, for the form by which it comes back. Null without a code. */
    public String carry(Sent sent) {
        if (sent.returnCode() == null) {
            return null;
        }
        String content = sent.conversationId() + " " + sent.sentAt().toEpochMilli() + " " + sent.returnCode();
        byte[] sealed = keys.seal(CARRIED, content.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty for what was not sealed here, or is older than 15 minutes, or was ended since. */
    @Transactional
    public Optional<Sent> carried(String ticket) {
        if (ticket == null || ticket.length() > 400) {
            return Optional.empty();
        }
        try {
            byte[] opened = keys.open(CARRIED, Base64.getUrlDecoder().decode(ticket));
            String[] parts = new String(opened, StandardCharsets.US_ASCII).split(" ", 3);
            Instant sentAt = Instant.ofEpochMilli(Long.parseLong(parts[1]));
            var conversation = Conversation.get(UUID.fromString(parts[0]));
            return sentAt.plus(Conversation.TICKET).isAfter(clock.instant()) && conversation.ticketsEndedAt == null
                    ? Optional.of(new Sent(
                            conversation.id,
                            Requester.fromString(conversation.requester),
                            sentAt,
                            parts[2],
                            conversation.isUnconfirmed()))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The code was shown; it is not shown again.
     *
     * @param mark of the page that showed it; null for what this browser sent last
     * @return whose it was
     */
    @Transactional
    public Optional<UUID> taken(String browser, String mark) {
        Optional<UUID> shown = newest(browser, MOST).stream()
                .map(conversation -> conversation.id)
                .filter(id -> marks.fits(mark, id))
                .findFirst();
        shown.ifPresent(id -> Conversation.update("ticketCode = null where id = ?1", id));
        return shown;
    }

    /** The child has left: this browser knows nothing any more. */
    @Transactional
    public void forget(String browser) {
        if (browser != null) {
            Conversation.update(
                    "ticketCode = null, ticketHash = null, ticketUntil = null where ticketHash = ?1", hash(browser));
        }
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("1m", this::forgetOld);
    }

    void forgetOld() {
        QuarkusTransaction.requiringNew()
                .run(() -> Conversation.update(
                        "ticketHash = null, ticketCode = null, ticketUntil = null"
                                + " where ticketHash is not null and ticketUntil <= ?1",
                        clock.instant()));
    }

    byte[] hash(String browser) {
        return keys.hash("sent-ticket", browser);
    }

    private List<Conversation> newest(String browser, int most) {
        if (browser == null) {
            return List.of();
        }
        return Conversation.<Conversation>find(
                        "ticketHash = ?1 and ticketUntil > ?2 order by ticketUntil desc",
                        hash(browser),
                        clock.instant())
                .page(Page.ofSize(most))
                .list();
    }
}
