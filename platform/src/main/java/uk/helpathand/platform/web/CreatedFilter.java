package uk.helpathand.platform.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** 201 for operations whose interface gives back the view itself, with Location where what was made can be read by itself. */
@ApplicationScoped
public class CreatedFilter {

    private static final String LOCATION = CreatedFilter.class.getName();
    private static final String NOWHERE = "";

    @Inject
    CurrentVertxRequest request;

    /** The answer, should it be a good one, says that something was made and stands at that path. */
    public void at(String path) {
        request.getCurrent().put(LOCATION, path);
    }

    /** The answer, should it be a good one, says that something was made. It stands in a list and has no address of its own. */
    public void inAList() {
        at(NOWHERE);
    }

    @ServerResponseFilter
    void say(ContainerResponseContext answer) {
        String path = request.getCurrent().get(LOCATION);
        if (path != null && answer.getStatus() == 200) {
            answer.setStatus(201);
            if (!path.equals(NOWHERE)) {
                answer.getHeaders().putSingle(HttpHeaders.LOCATION, path);
            }
        }
    }
}
