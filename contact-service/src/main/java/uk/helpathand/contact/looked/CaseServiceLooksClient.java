package uk.helpathand.contact.looked;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import uk.helpathand.api.handover.LooksApi;
import uk.helpathand.platform.health.Gateway;
import uk.helpathand.platform.trace.TraceParentFilter;

/** case-service, called with a token of our own while a child waits: its time-outs are shorter than those of hand-over. */
@RegisterRestClient(configKey = "case-service-looks")
@RegisterProvider(value = TraceParentFilter.class, priority = TraceParentFilter.FIRST)
@OidcClientFilter
@Gateway("case-service")
public interface CaseServiceLooksClient extends LooksApi {}
