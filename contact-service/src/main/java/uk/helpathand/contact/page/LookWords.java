package uk.helpathand.contact.page;

import java.util.Optional;
import uk.helpathand.api.LookCode;
import uk.helpathand.api.LookRole;
import uk.helpathand.api.handover.LooksView.Look;

/** The sentence of one line of who has looked: who by their work, what, and for what. */
final class LookWords {

    private LookWords() {}

    static String line(Look look, LookedWords words) {
        Optional<LookCode> code = LookCode.find(look.code());
        String who = who(look.role(), words);
        String what = code.map(known -> what(known, words)).orElseGet(words::lookOther);
        // A list is read anew by itself: a hundred times of it would be one open screen.
        return look.times() < 2 || code.equals(Optional.of(LookCode.SAW_IN_LIST))
                ? words.lookLine(who, what)
                : words.lookTimes(who, what, Long.toString(look.times()));
    }

    private static String who(LookRole role, LookedWords words) {
        return switch (role) {
            case LEAD -> words.lookLead();
            case ADVISER -> words.lookAdviser();
            case AUDITOR -> words.lookAuditor();
            case TEAM -> words.lookTeam();
            case PROGRAM -> words.lookProgram();
        };
    }

    /** A new code is an error here until it has its sentence. */
    private static String what(LookCode code, LookedWords words) {
        return switch (code) {
            case SAW_IN_LIST -> words.lookSawInList();
            case FOUND_BY_NAME -> words.lookFoundByName();
            case READ -> words.lookRead();
            case TOOK_ON -> words.lookTookOn();
            case DECIDED -> words.lookDecided();
            case ANSWERED -> words.lookAnswered();
            case SAW_CONTACT -> words.lookSawContact();
            case WROTE_CONTACT -> words.lookWroteContact();
            case SET_RULE_ASIDE -> words.lookSetRuleAside();
            case SAW_NEXT -> words.lookSawNext();
            case WROTE_NEXT -> words.lookWroteNext();
            case STOPPED_CODE -> words.lookStoppedCode();
            case SAW_CODE -> words.lookSawCode();
            case GAVE_CODE -> words.lookGaveCode();
            case GAVE_NO_CODE -> words.lookGaveNoCode();
            case OPENED_CASE -> words.lookOpenedCase();
            case READ_CASE -> words.lookReadCase();
            case CHANGED_CASE -> words.lookChangedCase();
            case CLOSED_CASE -> words.lookClosedCase();
            case MADE_RECORD -> words.lookMadeRecord();
            case READ_RECORD -> words.lookReadRecord();
            case CHANGED_RECORD -> words.lookChangedRecord();
            case SAW_WHO_LOOKS -> words.lookSawWhoLooks();
            case BROKE_GLASS -> words.lookBrokeGlass();
            case RESTRICTED -> words.lookRestricted();
            case OPENED_TO_TEAM -> words.lookOpenedToTeam();
            case LET_IN -> words.lookLetIn();
            case LET_OUT -> words.lookLetOut();
            case ADVISER_LEFT -> words.lookAdviserLeft();
            case ADVISER_BACK -> words.lookAdviserBack();
            case NEW_ADVISER -> words.lookNewAdviser();
            case KEPT_OUT -> words.lookKeptOut();
            case KEPT_OUT_NO_MORE -> words.lookKeptOutNoMore();
            case SAW_SHARING -> words.lookSawSharing();
            case WROTE_SHARING -> words.lookWroteSharing();
            case TOLD_OTHERS -> words.lookToldOthers();
            case HOW_LONG -> words.lookHowLong();
            case ERASING -> words.lookErasing();
            case CUT_WORDS -> words.lookCutWords();
            case ASKED_FOR_COPY -> words.lookAskedForCopy();
            case MADE_COPY -> words.lookMadeCopy();
        };
    }
}
