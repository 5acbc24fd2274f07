package uk.helpathand.contact.page;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every word on the page of who has looked, in {@code messages/look_en.properties} and those of the other languages. Apart from
 * {@link Words}, as Qute makes of more than 300 messages in one bundle a class that does not load.
 */
@MessageBundle("look")
public interface LookedWords {

    String lookedHeading();

    String lookedWhat();

    String lookedNobody();

    String lookedMore();

    String lookedNotNow();

    String lookedAgain();

    String lookedWho();

    String lookedAdviser();

    String lookedLead();

    String lookedAuditor();

    String lookedList();

    String lookedAsk();

    String lookedBack();

    String lookedEnded();

    String lookLine(String who, String what);

    String lookTimes(String who, String what, String count);

    String lookLead();

    String lookAdviser();

    String lookAuditor();

    String lookTeam();

    String lookProgram();

    String lookOther();

    String lookSawInList();

    String lookFoundByName();

    String lookRead();

    String lookTookOn();

    String lookDecided();

    String lookAnswered();

    String lookSawContact();

    String lookWroteContact();

    String lookSetRuleAside();

    String lookSawNext();

    String lookWroteNext();

    String lookStoppedCode();

    String lookSawCode();

    String lookGaveCode();

    String lookGaveNoCode();

    String lookOpenedCase();

    String lookReadCase();

    String lookChangedCase();

    String lookClosedCase();

    String lookMadeRecord();

    String lookReadRecord();

    String lookChangedRecord();

    String lookSawWhoLooks();

    String lookBrokeGlass();

    String lookRestricted();

    String lookOpenedToTeam();

    String lookLetIn();

    String lookLetOut();

    String lookAdviserLeft();

    String lookAdviserBack();

    String lookNewAdviser();

    String lookKeptOut();

    String lookKeptOutNoMore();

    String lookSawSharing();

    String lookWroteSharing();

    String lookToldOthers();

    String lookHowLong();

    String lookErasing();

    String lookCutWords();

    String lookAskedForCopy();

    String lookMadeCopy();
}
