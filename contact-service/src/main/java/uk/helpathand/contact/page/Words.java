package uk.helpathand.contact.page;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every word on the pages. The texts stand in {@code messages/msg_en.properties}, where another language is one more file;
 * here stands what each is given.
 */
@MessageBundle
public interface Words {

    // every page

    String lang();

    String dir();

    String languageName();

    String service();

    String errorTitle(String title);

    String skipToMain();

    String exitEmergency();

    String exitButton();

    String exitWhat();

    String exitShift();

    String exitLoading();

    String exitOne();

    String exitTwo();

    String exitLate();

    String footerLabel();

    String footerStart();

    String footerPrivacy();

    String footerAccessibility();

    String problem();

    String notTaken();

    // help now

    String helpTitle();

    String help999();

    String helpSilent();

    String helpChildline();

    String helpCall999();

    String helpCallChildline();

    // time

    String today();

    String tomorrow();

    String yesterday();

    String onDay(String day);

    String byTime(String time, String day);

    String atTime(String day, String time);

    String dayPattern();

    String dayYearPattern();

    String hourPattern();

    String timePattern();

    // opening hours

    String hoursOpen();

    String hoursClosed(String opens);

    String hoursRead(String by);

    String hoursWeek();

    // start

    String startTitle();

    String startHeading();

    String startWho();

    String startFor();

    String startSide();

    String startAsk();

    String startAskWhat();

    String startMessages();

    String startMessagesWhat();

    String startHow();

    String startHow1();

    String startHow2();

    String startHow3();

    String startHow4();

    // ask

    String askTitle();

    String askHeading();

    String askHello();

    String askHappening();

    String askHappeningHint();

    String askWanted();

    String askWantedHint();

    String askSafe();

    String askSafeYes();

    String askSafeNo();

    String askSafeHint();

    String askSafeNotSure();

    String askReply();

    String askReplyHint();

    String askReplyCode();

    String askReplyText();

    String askReplyCall();

    String askReplyEmail();

    String askReplyHonest();

    String askNumber();

    String askNumberIs();

    String askNumberIsMine();

    String askNumberIsShared();

    String askNumberIsSomeoneElse();

    String askInText();

    String askEmail();

    String askSafeTimes();

    String askSafeTimesHint();

    String askWeekdayDay();

    String askWeekdayEvening();

    String askWeekendDay();

    String askWeekendEvening();

    String askSafeNote();

    String askSafeNoteHint();

    String askWho();

    String askWhoTeam();

    String askWhoLimit();

    String askWhoMore();

    String askSend();

    String askAgain();

    String askAlreadyTitle();

    String askAlready();

    String askAlreadySee();

    String askEmpty();

    String askLong(String count, String limit);

    // sent

    String sentTitle();

    String sentHeading();

    String sentThanks();

    String sentCode();

    String sentCodeWhat();

    String sentCodeOnce();

    String sentShown();

    String sentLost();

    String sentNext();

    String sentNow();

    String sentNowDo();

    String sentNowNext();

    String sentRead(String by);

    String sentAnswer();

    String sentWish();

    String sentMore();

    String sentMoreButton();

    String sentMoreWhat();

    String sentMessages();

    String sentNothingHeading();

    String sentNothing();

    String sentNothingThanks();

    // more

    String moreTitle();

    String moreHeading();

    String moreIntro();

    String moreName();

    String moreNameHint();

    String moreAge();

    String moreCouncil();

    String moreCouncilHint();

    String moreLivesIn();

    String moreLivesInHint();

    String moreHelpedBy();

    String moreHelpedByHint();

    String moreLanguage();

    String moreNeeds();

    String moreNeedsHint();

    String moreSend();

    String moreAgain();

    String moreLong(String field);

    String moreThanksHeading();

    String moreThanks();

    String moreNothing();

    String moreLostHeading();

    String moreLost();

    // messages

    String messagesTitle();

    String messagesHeading();

    String messagesCode();

    String messagesCodeHint();

    String messagesOpen();

    String messagesNoCode();

    String messagesWrong();

    String messagesLost();

    String messagesEnded();

    String messagesEndedKept();

    String messagesAgain();

    String messagesYou();

    String messagesTeam();

    String messagesSystem();

    String messagesNone();

    String messagesNext();

    String messagesBy(String day);

    String messagesIdle();

    String messagesWrite();

    String messagesWriteHint();

    String messagesSend();

    String messagesEmpty();

    String messagesGotTitle();

    String messagesGot(String by);

    String messagesGotClosed();

    String messagesUnknown();

    String messagesSendAgain();

    String messagesNotNow();

    String messagesEarlier();

    String messagesNewest();

    String messagesOpenAgain();

    String stageReceived(String by);

    String stageReceivedLate();

    String stageRead();

    String stageWorking();

    String stageFinished();

    // privacy

    String privacyTitle();

    String privacyHeading();

    String privacyKeep();

    String privacyKeep1();

    String privacyKeep2();

    String privacyKeep3();

    String privacyKeep4();

    String privacyNot();

    String privacyNot1();

    String privacyNot2();

    String privacyCookies();

    String privacySafe();

    String privacyWho();

    String privacyWho1();

    String privacyWho2();

    String privacyTell();

    String privacyTell1();

    String privacyTell2();

    String privacyReport();

    String privacyLong();

    String privacyLong1();

    String privacyAsk();

    String privacyAsk1();

    String privacyAsk2();

    String privacyAsk3();

    String privacyAskHow();

    String privacyUnhappy();

    String privacyLaw();

    String privacyComputer();

    String privacyComputer1();

    String privacyComputer2();

    // accessibility

    String accessTitle();

    String accessHeading();

    String access1();

    String access2();

    String access3();

    String access4();

    String accessStandard();

    String accessKnown();

    String accessKnown1();

    String accessKnown2();

    String accessKnown3();

    String accessTell();

    String accessTell1();

    String accessComplain();

    // something went wrong

    String errorStart();

    String error404Title();

    String error404Heading();

    String error404What();

    String error405Title();

    String error405Heading();

    String error405What();

    String error413Title();

    String error413Heading();

    String error413What();

    String error500Title();

    String error500Heading();

    String error500What();

    String error503Title();

    String error503Heading();

    String error503What();

    // guides

    String footerGuides();

    String startGuides();

    String startGuidesWhat();

    String sentGuides();

    String guidesTitle();

    String guidesHeading();

    String guidesIntro();

    String guidesOwn();

    String guidesOwnWhat();

    String guidesPaper();

    String guidesPaperWhat();

    String guidesPack();

    String guidesAll();

    String guideEngland();

    String datePattern();

    String guideChecked(String date);

    String guideNextCheck(String date);

    String packTitle();

    String packHeading();

    String packAdult();

    String packAdult1();

    String packAdult2();

    String packAdult3();

    String packAdult4();

    String packPrint();

    String packContents();

    // the door for adults

    String startAdult();

    String startAdultWhat();

    // floods

    String confirmTitle();

    String confirmWhy();

    String confirmWhat();

    String confirmButton();

    String confirmThen();

    String confirmLater();

    String confirmFirst();

    String confirmThanks();

    String confirmAgain();

    String confirmLostHeading();

    String confirmLost();

    // danger seen in the words

    String sentSeen();

    // own code

    String callUs();

    String callUsHours();

    String ownCodeLink();

    String ownCodeTitle();

    String ownCodeWhat();

    String ownCodeNew();

    String ownCodeKept();

    String ownCodeButton();

    String ownCodeBack();

    String ownCodeEndedHeading();

    String ownCodeEnded();

    // who has looked

    String lookedLink();

    String lookedToday();

    String lookedYesterday();
}
