package uk.helpathand.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is there after a recovery, behind the services and through them.
 *
 * @param contact the messages in contact-service's database, whose text is encrypted there and null here
 * @param casework those in case-service's
 * @param seen ids of messages that staff were shown, of the conversations that were looked at
 * @param lookedAt those conversations
 * @param enquiries ids in contact-service's database
 * @param listed how often each enquiry stands in the lists that staff see: queue, decided, tray
 * @param enquiryOf for each conversation in case-service's database
 * @param pages for each talk that was opened with its code what its page shows
 * @param byText conversations that began on a phone
 * @param inboxes for each talk on a phone what has reached that phone, oldest first
 * @param texted how far contact-service knows each text about a message of the team to be
 * @param shown how far case-service shows it to be
 * @param audit how many rows there are of each call that was done
 * @param brokenChains of an audit, one line each; looked for at the end of a run
 */
record Findings(
        List<Row> contact,
        List<Row> casework,
        Set<UUID> seen,
        Set<UUID> lookedAt,
        Set<UUID> enquiries,
        Map<UUID, Long> listed,
        Map<UUID, UUID> enquiryOf,
        Map<Integer, List<String>> pages,
        Set<UUID> byText,
        Map<Integer, List<String>> inboxes,
        Map<UUID, String> texted,
        Map<UUID, String> shown,
        Map<StaffCall, Long> audit,
        Set<String> brokenChains) {

    /** @param author child, adult, team or system */
    record Row(UUID id, UUID conversation, long sequence, String author, String text) {}
}
