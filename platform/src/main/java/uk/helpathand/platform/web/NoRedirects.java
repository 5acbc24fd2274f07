package uk.helpathand.platform.web;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/**
 * A redirect is no success. The REST client neither follows nor refuses one, so that a call without an answer's body would
 * count as done although nobody did it.
 */
@Provider
public class NoRedirects implements ResponseExceptionMapper<RuntimeException> {

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300 && status < 400;
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        return new ClientWebApplicationException(response);
    }
}
