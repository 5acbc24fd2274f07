package uk.helpathand.casework.conversation;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import uk.helpathand.api.handover.ReplyHandoverApi;
import uk.helpathand.platform.health.Gateway;
import uk.helpathand.platform.trace.TraceParentFilter;

/** contact-service, called with a token of our own. */
@RegisterRestClient(configKey = "contact-service")
@RegisterProvider(value = TraceParentFilter.class, priority = TraceParentFilter.FIRST)
@OidcClientFilter
@Gateway("contact-service")
public interface ContactServiceClient extends ReplyHandoverApi {}
