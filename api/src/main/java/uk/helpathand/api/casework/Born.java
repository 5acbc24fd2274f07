package uk.helpathand.api.casework;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.PastOrPresent;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.LocalDate;

/** A day on which somebody who is young today may have been born: not to come, and not so long ago that it is a slip. */
@Documented
@PastOrPresent
@Constraint(validatedBy = Born.Since1900.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface Born {

    String message() default "must be in 1900 or later";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether it is no slip. What is absent is none. */
    final class Since1900 implements ConstraintValidator<Born, LocalDate> {

        private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

        @Override
        public boolean isValid(LocalDate born, ConstraintValidatorContext context) {
            return born == null || !born.isBefore(FIRST);
        }
    }
}
