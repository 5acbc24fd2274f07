package uk.helpathand.contact.sms.notify;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import uk.helpathand.platform.health.Gateway;

/**
 * The API of GOV.UK Notify, as far as texts go. Its own Java client waits for ever. Bodies are bytes: they are not trusted,
 * and read by {@link NotifyJson} alone.
 */
@RegisterRestClient(configKey = "sms-notify")
@RegisterProvider(NotifyClockFilter.class)
@Gateway(NotifySmsGateway.PROVIDER)
@Path("/v2")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface NotifyClient {

    @POST
    @Path("/notifications/sms")
    byte[] send(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] text);

    @GET
    @Path("/notifications")
    byte[] notifications(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @QueryParam("reference") String reference);

    /** At most 250, of the last seven days. */
    @GET
    @Path("/received-text-messages")
    byte[] received(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @QueryParam("older_than") String id);
}
