package uk.helpathand.contact.page;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;

/** {@link Words} in the language of the call that is being answered. Without it they are those of the usual language. */
@Qualifier
@Retention(RUNTIME)
@interface OfCall {}
