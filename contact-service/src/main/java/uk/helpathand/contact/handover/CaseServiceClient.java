package uk.helpathand.contact.handover;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import uk.helpathand.api.handover.EnquiryHandoverApi;
import uk.helpathand.platform.health.Gateway;
import uk.helpathand.platform.trace.TraceParentFilter;

/** case-service, called with a token of our own. */
@RegisterRestClient(configKey = "case-service")
@RegisterProvider(value = TraceParentFilter.class, priority = TraceParentFilter.FIRST)
@OidcClientFilter
@Gateway("case-service")
interface CaseServiceClient extends EnquiryHandoverApi {}
