package uk.helpathand.contact.sms.twilio;

import jakarta.inject.Singleton;
import uk.helpathand.contact.sms.ProviderClockFilter;

/** See {@link ProviderClockFilter}. */
@Singleton
public class TwilioClockFilter extends ProviderClockFilter {

    public TwilioClockFilter() {
        super(TwilioSmsGateway.PROVIDER);
    }
}
