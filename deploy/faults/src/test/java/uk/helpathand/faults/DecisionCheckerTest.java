package uk.helpathand.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.faults.Decisions.Place;
import uk.helpathand.faults.Decisions.Stored;

/** Given false logs the checker finds what is false in them. */
class DecisionCheckerTest {

    private final UUID enquiry = UUID.randomUUID();
    private final List<Deciding> tried = new ArrayList<>();
    private final List<Stored> stored = new ArrayList<>();
    private final Set<UUID> casesOfNone = new HashSet<>();
    private final Map<Place, List<UUID>> lists = new EnumMap<>(Map.of(Place.DECIDED, List.of(enquiry)));

    @Test
    void whatIsWellIsClean() {
        decided("signpost").acknowledge();
        stored("signpost", 0, 2);
        // It came back, and was decided anew.
        decided("open-case").acknowledge();
        stored("open-case", 2, 2);
        decided("not-a-request");
        decided("signpost").refuse();

        assertThat(check().all()).isEmpty();
    }

    @Test
    void aDecisionThatWasTakenAndIsNotThereIsLost() {
        decided("signpost").acknowledge();
        stored("not-a-request", 0, 1);
        decided("not-a-request");

        assertThat(check().lost()).containsExactly("signpost of enquiry %s: 1 taken, 0 there".formatted(enquiry));
    }

    @Test
    void oneThatWasSentTwiceAndCarriedOutTwiceIsDoubled() {
        decided("open-case").acknowledge();
        stored("open-case", 1, 1);
        stored("open-case", 1, 1);

        assertThat(check().doubled())
                .containsExactlyInAnyOrder(
                        "open-case of enquiry %s: 1 tried, 2 there".formatted(enquiry),
                        "enquiry %s: 2 decisions with a case".formatted(enquiry));
    }

    @Test
    void aTryThatWasRefusedMakesNoRoomForASecond() {
        decided("signpost").acknowledge();
        decided("signpost").refuse();
        stored("signpost", 0, 1);
        stored("signpost", 0, 1);

        assertThat(check().doubled()).containsExactly("signpost of enquiry %s: 1 tried, 2 there".formatted(enquiry));
    }

    @Test
    void anOutcomeThatNobodyTriedIsDoubledBesideOneThatWas() {
        decided("signpost").acknowledge();
        stored("signpost", 0, 1);
        stored("not-a-request", 0, 1);

        assertThat(check().doubled())
                .containsExactly("not-a-request of enquiry %s was tried by nobody".formatted(enquiry));
    }

    @Test
    void anEnquiryWithACaseThatWaitsForADecisionIsInvisible() {
        decided("open-case").acknowledge();
        stored("open-case", 1, 1);
        lists.put(Place.DECIDED, List.of());
        lists.put(Place.OPEN, List.of(enquiry));

        assertThat(check().invisible())
                .containsExactly("enquiry %s has a case and is not listed as decided".formatted(enquiry));
    }

    @Test
    void oneThatNobodyTriedIsDoubled() {
        stored("signpost", 0, 1);

        assertThat(check().doubled()).containsExactly("enquiry %s was decided by nobody".formatted(enquiry));
    }

    @Test
    void aCaseTooManyIsDoubledAndACaseTooFewIsLost() {
        decided("open-case").acknowledge();
        stored("open-case", 3, 2);
        assertThat(check().doubled()).containsExactly("open-case of enquiry %s has 3 cases, not 2".formatted(enquiry));

        stored.set(0, new Stored(enquiry, "open-case", 1, 2));
        assertThat(check().lost()).containsExactly("open-case of enquiry %s has 1 cases, not 2".formatted(enquiry));
    }

    @Test
    void aCaseThatNoDecisionOpenedIsDoubled() {
        var file = UUID.randomUUID();
        casesOfNone.add(file);
        lists.clear();

        assertThat(check().doubled()).containsExactly("case %s was opened by no decision".formatted(file));
    }

    @Test
    void anEnquiryThatIsListedAsDecidedWithoutADecisionIsLost() {
        assertThat(check().lost())
                .containsExactly("enquiry %s is listed as decided, without a decision".formatted(enquiry));
    }

    @Test
    void theSumSaysWhereEachStands() {
        var open = UUID.randomUUID();
        var decided = UUID.randomUUID();
        lists.put(Place.OPEN, List.of(open));
        lists.put(Place.DECIDED, List.of(enquiry, decided));
        stored("join-case", 1, 1);

        assertThat(DecisionChecker.sum(Set.of(enquiry, open, decided), found()))
                .isEqualTo("3 received = 1 open + 1 decided + 1 merged + 0 in the tray");
    }

    private Deciding decided(String outcome) {
        var deciding = new Deciding(enquiry, outcome);
        tried.add(deciding);
        return deciding;
    }

    private void stored(String outcome, long cases, long children) {
        stored.add(new Stored(enquiry, outcome, cases, children));
    }

    private Verdict check() {
        return DecisionChecker.check(tried, found());
    }

    private Decisions found() {
        return new Decisions(stored, casesOfNone, lists);
    }
}
