package uk.helpathand.local.sms;

/** A number at which the service can be texted, with what its provider knows about it. */
public sealed interface ServiceNumber permits NotifyNumber, TwilioNumber {

    /** E.164. */
    String number();
}
