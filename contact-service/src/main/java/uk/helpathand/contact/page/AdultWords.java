package uk.helpathand.contact.page;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every word on the pages for adults, in {@code messages/adult_en.properties}. Apart from {@link Words}, because those are there in
 * every language a child may read.
 */
@MessageBundle("adult")
public interface AdultWords {

    // the form as a whole

    String startTitle();

    String startHeading();

    String startWhat();

    String startFor();

    String startLong();

    String startReady();

    String startReady1();

    String startReady2();

    String startReady3();

    String startOptional();

    String startKept();

    String startNow();

    String startGoOn();

    String startGoOnWhat();

    String startAnew();

    String startAnewWhat();

    String startNoCookies();

    String startOneGo();

    String startChild();

    String startChildGo();

    String errorTitle(String title);

    String part(String number);

    String childPart(String part, String child, String title);

    String childNumber(String number);

    String back();

    String goOn();

    String dangerNow();

    String dangerNowDo();

    String beganAnew();

    String pressAgain();

    String notTaken();

    String optional();

    String chooseOne();

    String chooseAll();

    String no();

    String yes();

    String notSure();

    // problems

    String tooLong(String field, String limit);

    String tooLongText(String letters, String limit);

    String dateWrong();

    String dayWrong();

    String dateWhole();

    String dayNeeded();

    String timeWrong();

    String yearsWrong();

    String typeMissing();

    String happeningMissing();

    String wishMissing();

    String missingFor(String problem, String child);

    // danger

    String dangerTitle();

    String danger();

    String dangerWhy();

    String dangerHours();

    // you

    String youTitle();

    String you();

    String youWhy();

    String youType();

    String youName();

    String youOrganisation();

    // what is happening

    String happeningTitle();

    String happening();

    String happeningWhy();

    String happeningText();

    String happeningWanted();

    String happeningWantedHint();

    // each child

    String nameTitle();

    String name();

    String nameWhy();

    String nameName();

    String ageTitle();

    String age();

    String ageWhy();

    String ageBirth();

    String ageBirthHint();

    String ageYears();

    String lookedAfterTitle();

    String lookedAfter();

    String lookedAfterWhy();

    String livesInTitle();

    String livesIn();

    String livesInWhy();

    String councilName();

    String councilHint();

    String councilFound();

    String councilNone();

    String councilNotKnown();

    String councilOutside();

    String councilSame();

    String councilKeep();

    String legalTitle();

    String legal();

    String legalWhy();

    String homeTitle();

    String home();

    String homeWhy();

    String homeSetting();

    String homeNote();

    String restrictedTitle();

    String restricted();

    String restrictedWhy();

    String restrictionsTitle();

    String restrictions();

    String restrictionsWhy();

    String orderTitle();

    String order();

    String orderWhy();

    String orderRoute();

    String orderFrom();

    String orderUntil();

    String careTitle();

    String care();

    String careWhy();

    String careRegistered();

    String careStaffing();

    String careStaffingHint();

    String careEducation();

    String advocateTitle();

    String advocate();

    String advocateWhy();

    String advocateName();

    String advocateContact();

    String contactTitle();

    String contact();

    String contactWhy();

    String contactText();

    String agreementTitle();

    String agreement();

    String agreementWhy();

    String wishTitle();

    String wish();

    String wishWhy();

    String wishWords();

    String wishWordsHint();

    String wishObtained();

    String wishOn();

    String wishNotKnown();

    String wishNote();

    String childrenTitle();

    String childrenHeading();

    String childrenAnother();

    String childrenChange();

    String childrenRemove();

    String childrenMost();

    // the rest

    String themesTitle();

    String themes();

    String themesWhy();

    String eventTitle();

    String event();

    String eventNext();

    String eventWhy();

    String eventWhat();

    String eventDay();

    String eventDayHint();

    String eventTime();

    String eventTimeHint();

    String eventMore();

    String triedTitle();

    String tried();

    String triedWhy();

    String triedText();

    String replyTitle();

    String reply();

    String replyWhy();

    String replyBy();

    String replyByCode();

    String replyByText();

    String replyByCall();

    String replyByEmail();

    String replyNumber();

    String replyInText();

    String replyInTextHint();

    String replyInTextTick();

    String replyEmail();

    String replyNote();

    String replyNoteHint();

    // check your answers

    String checkTitle();

    String checkHeading();

    String checkWhat();

    String checkEmpty();

    String checkChange();

    String checkOf(String title);

    String checkOfChild(String title, String child);

    String checkAdd();

    String checkMissing();

    String checkSend();

    String checkLast();

    // sent

    String sentTitle();

    String sentHeading();

    String sentReference();

    String sentCode();

    String sentCodeWhat();

    String sentCodeOnce();

    String sentShown();

    String sentLost();

    String sentNext();

    String sentRead(String by);

    String sentReadNow();

    String sentAsk();

    String sentChild();

    String sentKeep();

    String sentMessages();

    String sentNothingHeading();

    String sentNothing();

    // parts of pages

    String day();

    String month();

    String year();

    String councilOr();

    String helpTitle();

    String help999();

    String helpChildline();

    String helpChildlineFirst();
}
