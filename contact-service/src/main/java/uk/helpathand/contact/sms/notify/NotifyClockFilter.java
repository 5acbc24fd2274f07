package uk.helpathand.contact.sms.notify;

import jakarta.inject.Singleton;
import uk.helpathand.contact.sms.ProviderClockFilter;

/** See {@link ProviderClockFilter}. */
@Singleton
public class NotifyClockFilter extends ProviderClockFilter {

    public NotifyClockFilter() {
        super(NotifySmsGateway.PROVIDER);
    }
}
