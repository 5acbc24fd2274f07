package uk.helpathand.platform.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.helpathand.api.Role;

/** Fails in every way a resource can, with what the caller sent in the failure's message. */
@Path("/v1/failures")
@RolesAllowed(Role.ADVISER)
public class FailureResource {

    /** The lock that the one call waits for and a test holds. */
    public static final long LOCK = 77;

    /** Where it fails. */
    @Schema(description = "Where it fails")
    public enum At {
        NOWHERE,
        BUG,
        UNIQUE_NAME,
        UNIQUE_NAME_AT_COMMIT,
        TOO_LONG,
        CAST,
        STATEMENT_TIME_OUT,
        LOCK_TIME_OUT,
        TEAPOT,
        FAR_PUT,
        FAR_GET,
        FAR_TLS,
        FAR_AWAY
    }

    /** What is to fail, and with which words. */
    @Schema(description = "What is to fail, and with which words")
    public record Failure(@NotNull At at, @NotNull String text) {}

    @Inject
    EntityManager entityManager;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Fail here, in a transaction")
    @Transactional
    public void fail(@NotNull @Valid Failure failure) {
        String text = failure.text();
        switch (failure.at()) {
            case NOWHERE -> {}
            case BUG -> throw new IllegalStateException(text, new IllegalArgumentException(text));
            case UNIQUE_NAME -> {
                twice(text);
                Thing.flush();
            }
            case UNIQUE_NAME_AT_COMMIT -> twice(text);
            case TOO_LONG -> {
                Thing.make(text).code = text;
                Thing.flush();
            }
            case CAST -> query("SELECT CAST(CAST(:text AS text) AS uuid)", text);
            case STATEMENT_TIME_OUT -> {
                entityManager
                        .createNativeQuery("SET LOCAL statement_timeout = 50")
                        .executeUpdate();
                query("SELECT CAST(pg_sleep(2) AS text) || CAST(:text AS text)", text);
            }
            case LOCK_TIME_OUT -> {
                entityManager.createNativeQuery("SET LOCAL lock_timeout = 50").executeUpdate();
                query("SELECT CAST(pg_advisory_xact_lock(" + LOCK + ") AS text) || CAST(:text AS text)", text);
            }
            case TEAPOT -> throw new WebApplicationException(text, 418);
            default -> throw new IllegalStateException("not here");
        }
    }

    @POST
    @Path("/far")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Fail in a call to another service")
    public void failFar(@NotNull @Valid Failure failure) {
        switch (failure.at()) {
            case FAR_PUT -> Far.client().put(failure.text());
            case FAR_GET -> Far.client().get(failure.text());
            case FAR_TLS -> Far.overTls().put(failure.text());
            case FAR_AWAY -> Far.nobody().put(failure.text());
            default -> throw new IllegalStateException("not here");
        }
    }

    private static void twice(String name) {
        Thing.make(name);
        Thing.make(name);
    }

    private void query(String sql, String text) {
        entityManager.createNativeQuery(sql).setParameter("text", text).getSingleResult();
    }
}
