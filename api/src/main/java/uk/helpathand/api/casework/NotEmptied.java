package uk.helpathand.api.casework;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Absent leaves it as it is; spaces alone, of whatever kind, would wipe it out, which nobody means. */
@Documented
@Constraint(validatedBy = NotEmptied.SomethingSeen.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface NotEmptied {

    String message() default "must not be blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether there is something to be seen. What is absent is not asked. */
    final class SomethingSeen implements ConstraintValidator<NotEmptied, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null
                    || text.codePoints().anyMatch(it -> !Character.isWhitespace(it) && !Character.isSpaceChar(it));
        }
    }
}
