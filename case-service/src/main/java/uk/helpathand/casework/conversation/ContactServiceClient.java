package uk.helpathand.casework.conversation;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import uk.helpathand.api.handover.ReplyHandoverApi;

/** contact-service, called with a token of our own. */
@RegisterRestClient(configKey = "contact-service")
@OidcClientFilter
public interface ContactServiceClient extends ReplyHandoverApi {}
