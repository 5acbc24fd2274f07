package uk.helpathand.contact.sms.twilio;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import uk.helpathand.platform.health.Gateway;

/** The API of Twilio, as far as texts go. Answers are bytes: they are not trusted, and read by {@link TwilioJson} alone. */
@RegisterRestClient(configKey = "sms-twilio")
@RegisterProvider(TwilioClockFilter.class)
@Gateway(TwilioSmsGateway.PROVIDER)
@Path("/2010-04-01/Accounts/{sid}/Messages.json")
@Produces(MediaType.APPLICATION_JSON)
interface TwilioClient {

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    byte[] send(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("sid") String sid, byte[] form);

    @GET
    byte[] messages(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("sid") String sid,
            @RestQuery Map<String, String> query);
}
