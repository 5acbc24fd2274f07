package uk.helpathand.contact.page;

import java.time.Instant;
import java.util.List;
import uk.helpathand.api.Author;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.conversation.ThreadView;
import uk.helpathand.contact.guide.GuideText;
import uk.helpathand.contact.guide.Guides;

/**
 * A thread as its reader sees it.
 *
 * @param mark whose it is, for what is pressed here
 * @param lines oldest first
 * @param earlierKept there are earlier messages that only the team still has
 * @param earlierBefore the place before which there are more, on another page; null where there are none
 * @param newest these are the newest
 * @param stage where things stand
 * @param nextStep one line from the adviser; may be null
 * @param nextStepLanguage as of a line
 * @param by the day by which it happens; null when it is not known or over
 * @param justSent by when somebody reads what was sent a moment ago; null when nothing was
 * @param dangerSeen a machine has seen danger in it: help stands first
 */
public record ThreadPage(
        String mark,
        List<Line> lines,
        boolean earlierKept,
        Long earlierBefore,
        boolean newest,
        String stage,
        String nextStep,
        String nextStepLanguage,
        String by,
        String justSent,
        boolean dangerSeen) {

    /** What the team writes in when it does not say. */
    private static final String TEAM = "en";

    /**
     * @param language of the words, as a BCP 47 tag; empty when it is not known
     * @param guide that the reply points to; may be null
     */
    public record Line(
            boolean mine, String who, String when, Instant at, String text, String language, GuideText guide) {}

    /** Whether nobody has answered yet, or nothing is shown any more: then a friendly face is all there is to see. */
    public boolean waiting() {
        return newest && earlierBefore == null && lines.stream().allMatch(Line::mine);
    }

    /** @param urgency of what the conversation began with: what was promised then is promised here */
    static ThreadPage of(
            String mark,
            ThreadView thread,
            boolean newest,
            Urgency urgency,
            Guides guides,
            Words words,
            Times times,
            String justSent,
            boolean dangerSeen) {
        return new ThreadPage(
                mark,
                thread.entries().stream()
                        .map(entry -> line(entry, guides, words, times))
                        .toList(),
                thread.earlierKept(),
                thread.earlierBefore(),
                newest,
                stage(thread, urgency, words, times),
                thread.nextStep(),
                Languages.ofText(TEAM, thread.nextStep()),
                thread.by() == null || times.isPast(thread.by()) ? null : times.day(thread.by()),
                justSent,
                dangerSeen);
    }

    private static Line line(ThreadView.Entry entry, Guides guides, Words words, Times times) {
        String who =
                switch (entry.author()) {
                    case CHILD, ADULT -> words.messagesYou();
                    case TEAM -> words.messagesTeam();
                    case SYSTEM -> words.messagesSystem();
                };
        boolean mine = entry.author() == Author.CHILD || entry.author() == Author.ADULT;
        GuideText guide = entry.guide() == null ? null : guides.text(entry.guide(), words.lang());
        return new Line(mine, who, times.moment(entry.at()), entry.at(), entry.text(), language(entry), guide);
    }

    private static String language(ThreadView.Entry entry) {
        boolean ours = entry.author() == Author.TEAM || entry.author() == Author.SYSTEM;
        return Languages.ofText(entry.language() == null && ours ? TEAM : entry.language(), entry.text());
    }

    private static String stage(ThreadView thread, Urgency urgency, Words words, Times times) {
        return switch (thread.stage()) {
            case RECEIVED -> received(thread, urgency, words, times);
            case READ -> words.stageRead();
            case WORKING -> words.stageWorking();
            case FINISHED -> words.stageFinished();
        };
    }

    /** A promise whose time is over is not repeated. */
    private static String received(ThreadView thread, Urgency urgency, Words words, Times times) {
        if (thread.entries().isEmpty() || thread.earlierKept()) {
            return words.stageReceivedLate();
        }
        if (urgency == Urgency.IMMEDIATE) {
            return words.sentNowNext();
        }
        if (thread.earlierBefore() != null) {
            return words.stageReceivedLate();
        }
        Instant firstAt = thread.entries().get(0).at();
        return times.isOver(firstAt, urgency)
                ? words.stageReceivedLate()
                : words.stageReceived(times.readBy(firstAt, urgency));
    }
}
