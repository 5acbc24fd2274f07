package uk.helpathand.contact.handover;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import uk.helpathand.api.handover.WayBackHandoverApi;
import uk.helpathand.platform.health.Gateway;

/** case-service, called with a token of our own. */
@RegisterRestClient(configKey = "case-service")
@OidcClientFilter
@Gateway("case-service")
interface CaseServiceWayBackClient extends WayBackHandoverApi {}
