package uk.helpathand.platform.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** 201 and Location for operations whose interface gives back the view itself. */
@ApplicationScoped
public class CreatedFilter {

    private static final String LOCATION = CreatedFilter.class.getName();

    @Inject
    CurrentVertxRequest request;

    /** The answer, should it be a good one, says that something was made and stands at that path. */
    public void at(String path) {
        request.getCurrent().put(LOCATION, path);
    }

    @ServerResponseFilter
    void say(ContainerResponseContext answer) {
        String path = request.getCurrent().get(LOCATION);
        if (path != null && answer.getStatus() == 200) {
            answer.setStatus(201);
            answer.getHeaders().putSingle(HttpHeaders.LOCATION, path);
        }
    }
}
