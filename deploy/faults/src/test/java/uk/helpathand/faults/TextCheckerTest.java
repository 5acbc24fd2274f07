package uk.helpathand.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.faults.Findings.Row;
import uk.helpathand.faults.Sent.Side;

/** The same for texts from phones and for answers to them. */
class TextCheckerTest extends FalseLogs {

    @Test
    void aTextThatAProviderTookAndThatIsStoredOnceIsClean() {
        stored(texted("hi", 0), 1);
        onPhone(reply("hello"), 2);

        assertThat(check().all()).isEmpty();
    }

    @Test
    void aTextThatAProviderTookAndThatNeverCameIsLost() {
        texted("gone", 0);

        assertThat(check().lost()).containsExactly("gone, not in casework");
    }

    @Test
    void aTextThatCameByCallAndBySweepIsDoubled() {
        var twice = texted("twice", 0);
        stored(twice, 1);
        stored(twice, 2);

        assertThat(check().doubled()).containsExactly("twice, 2 times in casework");
    }

    @Test
    void aTextThatWasAnsweredAsKeptBeforeItWasIsLostThoughTheSweepBroughtIt() {
        var early = texted("early", 0);
        early.miss();
        stored(early, 1);

        assertThat(check().lost()).containsExactly("early, answered as kept before it was");
    }

    @Test
    void aTextThatWasKeptBeforeTheNextWasSentStandsBeforeIt() {
        var first = texted("first", 0);
        first.keptSince(BEGAN.plusSeconds(1));
        var second = texted("second", 2);
        stored(first, 2);
        stored(second, 1);

        assertThat(check().disordered()).containsExactly("first after second");
    }

    @Test
    void aTextThatWasOnItsWayWhenTheNextWasSentMayComeAfterIt() {
        var first = texted("first", 0);
        first.keptSince(BEGAN.plusSeconds(3));
        var second = texted("second", 2);
        stored(first, 2);
        stored(second, 1);

        assertThat(check().clean()).isTrue();
    }

    @Test
    void textsOfOnePhoneInTwoConversationsHaveNoOrderBetweenThem() {
        var first = texted("first", 0);
        first.keptSince(BEGAN.plusSeconds(1));
        stored(first, 7);
        var second = texted("second", 2);
        var id = UUID.randomUUID();
        var another = UUID.randomUUID();
        contact.add(new Row(id, another, 1, "child", null));
        casework.add(new Row(id, another, 1, "child", second.text()));

        assertThat(check().clean()).isTrue();
    }

    @Test
    void anAnswerThatWasAcknowledgedAndDidNotReachThePhoneIsLost() {
        stored(reply("hello"), 1);

        assertThat(check().lost()).containsExactly("hello, not on its phone");
    }

    @Test
    void anAnswerThatIsStoredAndDidNotReachThePhoneIsInvisibleThoughNobodyWasTold() {
        var answer = new Sent("hello", PHONE, Side.TEAM);
        sent.add(answer);
        stored(answer, 1);
        audit.put(new StaffCall(StaffCall.REPLY, conversation), 1L);

        assertThat(check().invisible()).containsExactly("hello, stored and not on its phone");
    }

    @Test
    void anAnswerThatReachedThePhoneTwiceIsDoubled() {
        onPhone(reply("hello"), 1);
        inbox.add("hello");

        assertThat(check().doubled()).containsExactly("hello, 2 times on its phone");
    }

    @Test
    void aSecondFirstAnswerIsDoubled() {
        inbox.add("We have your text.");
        assertThat(check().clean()).isTrue();

        inbox.add("We have your text.");
        assertThat(check().doubled()).containsExactly("first answer, 2 times on the phone of talk 1");
    }

    @Test
    void answersTheOtherWayRoundOnThePhoneAreOutOfOrder() {
        var first = reply("first");
        stored(first, 1);
        onPhone(reply("second"), 2);
        inbox.add("first");

        assertThat(check().disordered()).containsExactly("first after second on the phone");
    }

    @Test
    void aTextWhoseStateStaffAreNotShownIsInvisible() {
        var message = UUID.randomUUID();
        texted.put(message, "delivered");
        shown.put(message, "sent");

        assertThat(check().invisible())
                .containsExactly("the text about %s is delivered, and staff are shown sent".formatted(message));
    }

    @Test
    void aTextThatNobodySendsAnyMoreIsInvisible() {
        var message = UUID.randomUUID();
        texted.put(message, "sending");
        shown.put(message, "sending");

        assertThat(check().invisible()).containsExactly("the text about %s is sending for ever".formatted(message));
    }
}
