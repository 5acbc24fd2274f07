package uk.helpathand.platform.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** For clients of the other service: it goes on with the trace. Nobody else is told. */
@ApplicationScoped
public class TraceParentFilter implements ClientRequestFilter {

    /** Before a token is fetched, while this is still the thread that asks. */
    public static final int FIRST = 100;

    @Inject
    Traces traces;

    @Override
    public void filter(ClientRequestContext call) {
        String parent = traces.parent();
        if (parent != null) {
            call.getHeaders().putSingle(Traces.PARENT, parent);
        }
    }
}
