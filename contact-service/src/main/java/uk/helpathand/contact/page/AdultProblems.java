package uk.helpathand.contact.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.helpathand.contact.referral.Answers;
import uk.helpathand.contact.referral.Field;
import uk.helpathand.contact.referral.Question;
import uk.helpathand.contact.referral.Referrals;
import uk.helpathand.contact.referral.TypedDate;
import uk.helpathand.contact.referral.TypedTime;
import uk.helpathand.platform.time.Clocks;

/** What has to be put right before a question can be left. Very little: an adult may leave almost all of it empty. */
@ApplicationScoped
class AdultProblems {

    @Inject
    AdultQuestions questions;

    @Inject
    AdultWords words;

    @Inject
    Clock clock;

    List<FieldProblem> of(Question question, Answers answers) {
        var problems = new ArrayList<FieldProblem>();
        String missing = missing(question, answers);
        if (missing != null) {
            problems.add(new FieldProblem(question.fields.get(0).name(), missing));
        }
        for (Field field : question.fields) {
            String problem = problem(question, field, answers);
            if (problem != null) {
                problems.add(new FieldProblem(field.name(), problem));
            }
        }
        return problems;
    }

    /** What must be there; null when it is, or when nothing must. */
    String missing(Question question, Answers answers) {
        if (question.isEnough(answers)) {
            return null;
        }
        return switch (question) {
            case YOU -> words.typeMissing();
            case HAPPENING -> words.happeningMissing();
            default -> words.wishMissing();
        };
    }

    private String problem(Question question, Field field, Answers answers) {
        String typed = answers.text(field.name());
        return switch (field.kind()) {
            case LINE, TEXT, COUNCIL -> typed == null ? null : tooLong(question, field, typed);
            case BIRTH_DATE -> TypedDate.of(answers, field.name()).wrong() ? words.dateWrong() : null;
            case WHOLE_DATE -> date(question, TypedDate.of(answers, field.name()));
            case TIME -> typed == null || TypedTime.of(typed) != null ? null : words.timeWrong();
            case CHOICE, TICKS -> null;
        };
    }

    private String date(Question question, TypedDate date) {
        if (date.wrong()) {
            return question == Question.EVENT ? words.dayWrong() : words.dateWrong();
        }
        if (date.isEmpty()) {
            return null;
        }
        if (question == Question.EVENT) {
            return date.near(LocalDate.ofInstant(clock.instant(), Clocks.LONDON)) == null ? words.dayNeeded() : null;
        }
        return date.whole() == null ? words.dateWhole() : null;
    }

    private String tooLong(Question question, Field field, String typed) {
        if (field.isLong()) {
            int letters = AskForm.letters(typed);
            return letters <= field.limit() ? null : words.tooLongText(number(letters), number(field.limit()));
        }
        if (typed.length() > field.limit()) {
            String label = questions.of(question).labels().get(field.name()).label();
            return words.tooLong(label, number(field.limit()));
        }
        boolean noAge = field.name().equals("years") && Referrals.years(typed) == null;
        return noAge ? words.yearsWrong() : null;
    }

    private static String number(int number) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(number);
    }
}
