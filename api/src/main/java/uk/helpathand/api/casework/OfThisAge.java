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
import java.time.LocalDate;

/** A day from 2000 to 2999: any other is a slip, and some the database could not hold. */
@Documented
@Constraint(validatedBy = OfThisAge.From2000To2999.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface OfThisAge {

    String message() default "must be a day from 2000 to 2999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether it is no slip. What is absent is none. */
    final class From2000To2999 implements ConstraintValidator<OfThisAge, LocalDate> {

        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            return day == null || day.getYear() >= 2000 && day.getYear() <= 2999;
        }
    }
}
