package uk.helpathand.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.faults.Findings.Row;
import uk.helpathand.faults.Sent.Side;

/** Given false logs the checker finds what is false in them: a checker that never fails proves nothing. */
class CheckerTest extends FalseLogs {

    @Test
    void whatIsWellIsClean() {
        var first = acknowledged("one", Side.REQUESTER);
        var second = acknowledged("two", Side.REQUESTER);
        stored(first, 1);
        stored(second, 2);
        var reply = acknowledged("reply", Side.TEAM);
        stored(reply, 3);
        audit.put(new StaffCall(StaffCall.REPLY, conversation), 1L);

        assertThat(check().all()).isEmpty();
    }

    @Test
    void whatNobodyAcknowledgedMayBeThereOrNot() {
        sent.add(new Sent("never came", 0, Side.REQUESTER));
        var came = new Sent("came", 0, Side.REQUESTER);
        sent.add(came);
        stored(came, 1);

        assertThat(check().clean()).isTrue();
    }

    @Test
    void acknowledgedAndNowhereIsLost() {
        acknowledged("gone", Side.REQUESTER);

        assertThat(check().lost()).contains("gone, not in casework", "gone, not on its page");
    }

    @Test
    void acknowledgedAndNeverHandedToTheOtherSideIsLost() {
        var reply = acknowledged("reply", Side.TEAM);
        stored(reply, 1);
        contact.clear();
        audit.put(new StaffCall(StaffCall.REPLY, conversation), 1L);

        assertThat(check().lost()).containsExactly("reply, not in contact");
    }

    @Test
    void acknowledgedAndOnlyNotOnItsPageIsLost() {
        stored(acknowledged("hidden", Side.REQUESTER), 1);
        page.clear();

        assertThat(check().lost()).containsExactly("hidden, not on its page");
    }

    @Test
    void twoEffectsOfOneSendingAreDoubled() {
        var twice = acknowledged("twice", Side.REQUESTER);
        stored(twice, 1);
        stored(twice, 2);

        assertThat(check().doubled())
                .containsExactlyInAnyOrder("twice, 2 times in casework", "twice, 2 times on its page");
    }

    @Test
    void twoEffectsOfWhatNobodyAcknowledgedAreDoubledToo() {
        var twice = new Sent("twice", 0, Side.REQUESTER);
        sent.add(twice);
        stored(twice, 1);
        stored(twice, 2);

        assertThat(check().doubled()).contains("twice, 2 times in casework");
    }

    @Test
    void aMessageThatOnlyContactHasIsInvisible() {
        var row = new Row(UUID.randomUUID(), UUID.randomUUID(), 1, "child", null);
        contact.add(row);

        assertThat(check().invisible()).containsExactly("message %s of contact is not in casework".formatted(row.id()));
    }

    @Test
    void aStoredMessageThatStaffAreNotShownIsInvisible() {
        stored(acknowledged("unseen", Side.REQUESTER), 1);
        seen.clear();

        assertThat(check().invisible()).hasSize(1).first().asString().endsWith("is not shown to staff");
    }

    @Test
    void anEnquiryInNoListIsInvisibleAndOneInTwoIsDoubled() {
        listed.clear();
        assertThat(check().invisible()).containsExactly("enquiry %s is in no list".formatted(enquiry));

        listed.put(enquiry, 2L);
        assertThat(check().doubled()).containsExactly("enquiry %s is listed 2 times".formatted(enquiry));
    }

    @Test
    void anEnquiryThatWasNeverReceivedIsDoubled() {
        listed.put(UUID.randomUUID(), 1L);

        assertThat(check().doubled()).hasSize(1).first().asString().endsWith("was never received");
    }

    @Test
    void theOtherWayRoundIsOutOfOrder() {
        var first = acknowledged("first", Side.REQUESTER);
        var second = acknowledged("second", Side.REQUESTER);
        stored(first, 2);
        stored(second, 1);

        assertThat(check().disordered()).containsExactly("first after second");
    }

    @Test
    void theTwoSidesOfAConversationHaveNoOrderBetweenThem() {
        var child = acknowledged("child", Side.REQUESTER);
        var team = acknowledged("team", Side.TEAM);
        stored(child, 2);
        stored(team, 1);
        audit.put(new StaffCall(StaffCall.REPLY, conversation), 1L);

        assertThat(check().clean()).isTrue();
    }

    @Test
    void aReadWithoutARowIsAGap() {
        calls.put(new StaffCall(StaffCall.READ, enquiry), 2L);
        audit.put(new StaffCall(StaffCall.READ, enquiry), 1L);

        assertThat(check().gaps()).containsExactly("enquiry.read of %s: 2 answered, 1 rows".formatted(enquiry));
    }

    @Test
    void aMessageOfTheTeamWithoutARowIsAGapThoughNobodyWasAnswered() {
        var reply = new Sent("reply", 0, Side.TEAM);
        sent.add(reply);
        stored(reply, 1);

        assertThat(check().gaps())
                .containsExactly("conversation %s: 1 messages of the team, 0 rows".formatted(conversation));
    }

    @Test
    void aChainThatIsNotWholeIsAGapThoughNoRowIsMissed() {
        brokenChains.add("the audit of case-service is not whole: changed at seal 3");

        assertThat(check().gaps()).containsExactly("the audit of case-service is not whole: changed at seal 3");
    }

    @Test
    void whatAnEarlierCheckFoundIsNotCountedAgain() {
        acknowledged("gone", Side.REQUESTER);
        var found = check();

        assertThat(check().without(found).clean()).isTrue();
    }
}
