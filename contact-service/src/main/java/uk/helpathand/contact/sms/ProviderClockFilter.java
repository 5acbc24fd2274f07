package uk.helpathand.contact.sms;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Reads the clock of a provider from the {@code Date} of its answers, also of those that refuse: a token that is 30 s off is
 * refused by Notify, and nothing else would say why. Ahead of the filter that makes exceptions of answers.
 */
@Priority(Priorities.USER + 1000)
public abstract class ProviderClockFilter implements ClientResponseFilter {

    @Inject
    SmsMetrics metrics;

    private final String provider;

    protected ProviderClockFilter(String provider) {
        this.provider = provider;
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        // The framework calls filters also when no answer came: then there are no headers.
        String date = response.getHeaders() == null ? null : response.getHeaderString("Date");
        if (date == null) {
            return;
        }
        try {
            metrics.heard(
                    provider,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            // A provider that writes its dates in another way is not measured.
        }
    }
}
