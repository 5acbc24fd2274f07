package uk.helpathand.casework.staff;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import uk.helpathand.platform.health.Gateway;

/**
 * The two questions we ask of Keycloak's admin API, with the service account's token. Both answer with a list.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/index.html">Keycloak Admin REST API</a>
 */
@RegisterRestClient(configKey = "keycloak")
@OidcClientFilter
@Gateway("keycloak")
public interface KeycloakAdminClient {

    /** Those to whom the role was given directly, disabled ones too. */
    @GET
    @Path("/roles/{role}/users")
    List<User> members(
            @Url String realm,
            @PathParam("role") String role,
            @QueryParam("first") int first,
            @QueryParam("max") int max,
            @QueryParam("briefRepresentation") boolean brief);

    /** @param search {@code id:} and an id: one user, or none */
    @GET
    @Path("/users")
    List<User> users(
            @Url String realm, @QueryParam("search") String search, @QueryParam("briefRepresentation") boolean brief);

    /** What we read of a user. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(String id, String username, String firstName, String lastName, boolean enabled) {}
}
