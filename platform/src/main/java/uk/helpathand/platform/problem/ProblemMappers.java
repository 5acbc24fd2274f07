package uk.helpathand.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.helpathand.api.problem.Problem;
import uk.helpathand.api.problem.Problem.FieldError;
import uk.helpathand.api.problem.ProblemException;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Audit;

/** Every failure of every resource leaves here: problem+json, or a page where people read. */
public class ProblemMappers {

    private static final Pattern UUID_IN_PATH =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Seconds. */
    private static final String RETRY_AFTER = "5";

    /**
     * Attribute of an {@link AuthenticationFailedException}: the identity of somebody whose token is good and who is turned
     * away all the same. We know who it was, so it is recorded.
     */
    public static final String TURNED_AWAY = "turned-away";

    /** Beside it: what a token would have to say, in the words of {@code WWW-Authenticate} (RFC 9470). */
    public static final String WOULD_DO = "would-do";

    @Inject
    Problems problems;

    /** Something was named that the caller may not know of, or decided that needs somebody else. */
    private static final Set<ProblemType> ON_RECORD = EnumSet.of(
            ProblemType.NOT_FOUND,
            ProblemType.SIGN_IN_AGAIN,
            ProblemType.WRONG_CASE,
            ProblemType.WRONG_CHILDREN,
            ProblemType.SAME_PERSON);

    @Inject
    Audit audit;

    @Inject
    Addresses addresses;

    @Inject
    BadTokens badTokens;

    @Inject
    MeterRegistry metrics;

    @ServerExceptionMapper
    Uni<RestResponse<String>> problem(ProblemException e, RoutingContext call) {
        RestResponse<String> answer = answer(call, Problem.of(e.type(), e.detail()));
        if (e.type() == ProblemType.UNAVAILABLE) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (e.type() == ProblemType.SIGN_IN_AGAIN) {
            // How fresh the sign-in has to be stands in the detail.
            answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, insufficient(e.detail()));
        }
        return ON_RECORD.contains(e.type())
                ? recorded(answer, call)
                : Uni.createFrom().item(answer);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> forbidden(ForbiddenException e, RoutingContext call) {
        return recorded(answer(call, Problem.of(ProblemType.FORBIDDEN, null)), call);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<RestResponse<String>> unauthenticated(Exception e, RoutingContext call) {
        metrics.counter("helpathand.calls.unauthenticated").increment();
        String wouldDo = e instanceof AuthenticationFailedException failed ? failed.getAttribute(WOULD_DO) : null;
        RestResponse<String> answer = wouldDo == null
                ? answer(call, Problem.of(ProblemType.UNAUTHENTICATED, null))
                : answer(call, Problem.of(ProblemType.SIGN_IN_AGAIN, wouldDo));
        answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, wouldDo == null ? "Bearer" : insufficient(wouldDo));
        if (e instanceof AuthenticationFailedException failed
                && failed.<Object>getAttribute(TURNED_AWAY) instanceof SecurityIdentity identity) {
            return recorded(answer, call, identity);
        }
        boolean triedOne = call.request().headers().contains(HttpHeaders.AUTHORIZATION);
        return triedOne && badTokens.isForTheRecord()
                ? recorded(answer, call, Audit.UNKNOWN, List.of())
                : Uni.createFrom().item(answer);
    }

    /** RFC 9470: the token is good, the sign-in behind it is not enough. */
    private static String insufficient(String wouldDo) {
        return "Bearer error=\"insufficient_user_authentication\", " + wouldDo;
    }

    @ServerExceptionMapper
    RestResponse<String> invalid(ConstraintViolationException e, RoutingContext call) {
        var errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(Violations.pointer(violation), violation.getMessage()))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        return answer(call, Problem.of(ProblemType.VALIDATION_FAILED, null).withErrors(errors));
    }

    /** The framework has a mapper of its own for this one, which repeats the value. */
    @ServerExceptionMapper
    RestResponse<String> malformed(MismatchedInputException e, RoutingContext call) {
        return malformed((JacksonException) e, call);
    }

    @ServerExceptionMapper
    RestResponse<String> framework(
            WebApplicationException e, RoutingContext call, ResourceInfo called, UriInfo address) {
        int status = e.getResponse().getStatus();
        if (e.getCause() instanceof JacksonException unreadable) {
            return malformed(unreadable, call);
        }
        if (status == 404 && e.getCause() != null) {
            var unreadable = QueryValues.unreadable(called, address.getQueryParameters());
            if (unreadable.isPresent()) {
                return answer(
                        call, Problem.of(ProblemType.VALIDATION_FAILED, null).withErrors(List.of(unreadable.get())));
            }
        }
        if (status >= 500) {
            return unforeseen(e, call);
        }
        RestResponse<String> answer = answer(call, Problem.of(Problems.typeOf(status), null));
        if (status == 405) {
            answer.getHeaders()
                    .putSingle(
                            HttpHeaders.ALLOW,
                            addresses.methodsAt(call.request().path()));
        }
        return answer;
    }

    /** Another service's refusal is our failure, not our caller's. */
    @ServerExceptionMapper
    RestResponse<String> farService(ClientWebApplicationException e, RoutingContext call) {
        return unforeseen(e, call);
    }

    @ServerExceptionMapper
    RestResponse<String> stale(OptimisticLockException e, RoutingContext call) {
        return answer(call, Problem.of(ProblemType.STALE, null));
    }

    @ServerExceptionMapper
    RestResponse<String> unforeseen(Throwable e, RoutingContext call) {
        if (Places.causes(e).anyMatch(OptimisticLockException.class::isInstance)) {
            return answer(call, Problem.of(ProblemType.STALE, null));
        }
        if (Places.causes(e).anyMatch(Unreadable::isText)) {
            return answer(call, Problem.of(ProblemType.MALFORMED_REQUEST, "It holds a character that cannot be kept"));
        }
        if (Unreadable.isForm(e)) {
            return answer(call, Problem.of(ProblemType.MALFORMED_REQUEST, "The form cannot be read"));
        }
        if (Places.causes(e).anyMatch(PassingFaults::include)) {
            RestResponse<String> answer = answer(call, Problem.of(ProblemType.UNAVAILABLE, null));
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            return answer;
        }
        return answer(call, problems.unforeseen(e));
    }

    /** Not the parser's message: it quotes the body. */
    private RestResponse<String> malformed(JacksonException e, RoutingContext call) {
        var problem = Problem.of(ProblemType.MALFORMED_REQUEST, "The body is not the JSON this address takes");
        return answer(
                call,
                e instanceof MismatchedInputException mismatched
                        ? problem.withErrors(BodyFaults.of(mismatched))
                        : problem);
    }

    private RestResponse<String> answer(RoutingContext call, Problem problem) {
        String path = call.request().path();
        // It is of what was to be shown, which this is not.
        call.response().headers().remove(HttpHeaders.ETAG);
        var answer = RestResponse.ResponseBuilder.<String>create(problem.status())
                .entity(problems.body(call, problem))
                .header(HttpHeaders.CONTENT_TYPE, problems.contentType(path));
        // Where answers may be kept nothing has said it before; elsewhere a second one would be added to the first.
        if (!call.response().headers().contains(HttpHeaders.CACHE_CONTROL)) {
            answer.header(HttpHeaders.CACHE_CONTROL, Problems.KEPT_NOWHERE);
        }
        return answer.build();
    }

    /** The refusal is recorded before it is told. On a worker: mappers may run on the event loop. */
    private Uni<RestResponse<String>> recorded(RestResponse<String> answer, RoutingContext call) {
        return recorded(answer, call, call.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null);
    }

    private Uni<RestResponse<String>> recorded(
            RestResponse<String> answer, RoutingContext call, SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(answer);
        }
        return recorded(answer, call, token.getSubject(), List.copyOf(identity.getRoles()));
    }

    private Uni<RestResponse<String>> recorded(
            RestResponse<String> answer, RoutingContext call, String actor, List<String> roles) {
        String path = call.request().path();
        String action = call.request().method() + " " + addresses.withoutWordsOfPeople(path);
        List<UUID> ids = new ArrayList<>();
        UUID_IN_PATH.matcher(path).results().forEach(match -> ids.add(UUID.fromString(match.group())));
        return Uni.createFrom()
                .item(() -> {
                    audit.refused(actor, roles, action, ids);
                    return answer;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
