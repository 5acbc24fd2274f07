package uk.helpathand.contact.handover;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import uk.helpathand.api.handover.StaffRolesApi;
import uk.helpathand.platform.health.Gateway;

/** case-service, called with a token of our own while somebody of the team waits. */
@RegisterRestClient(configKey = "case-service-looks")
@OidcClientFilter
@Gateway("case-service")
interface CaseServiceStaffClient extends StaffRolesApi {}
