package uk.helpathand.casework.conversation;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import uk.helpathand.api.handover.ReplyHandoverApi;
import uk.helpathand.platform.health.Gateway;

/** contact-service, called with a token of our own. */
@RegisterRestClient(configKey = "contact-service")
@OidcClientFilter
@Gateway("contact-service")
public interface ContactServiceClient extends ReplyHandoverApi {}
