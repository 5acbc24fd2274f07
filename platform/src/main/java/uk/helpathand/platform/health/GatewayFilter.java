package uk.helpathand.platform.health;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.WebApplicationException;
import java.util.Set;

/** Remembers how each call of a {@link Gateway} ended. A refusal is an answer; being turned away at the door is none. */
@Gateway("")
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class GatewayFilter {

    /** Not signed in, time-out, too early, too many: the other side has not looked at what was sent. */
    private static final Set<Integer> NO_ANSWER = Set.of(401, 408, 425, 429);

    @Inject
    Gateways gateways;

    @AroundInvoke
    Object remember(InvocationContext call) throws Exception {
        String gateway = call.getInterceptorBinding(Gateway.class).value();
        try {
            Object result = call.proceed();
            gateways.answered(gateway);
            return result;
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status >= 500 || NO_ANSWER.contains(status)) {
                gateways.failed(gateway);
            } else {
                gateways.answered(gateway);
            }
            throw e;
        } catch (Exception e) {
            gateways.failed(gateway);
            throw e;
        }
    }
}
