package uk.helpathand.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

/**
 * RFC 9457 problem details, {@code application/problem+json}.
 *
 * @param type {@code urn:helpathand:problem:} and the code of a {@link ProblemType}
 * @param status equals the HTTP status
 * @param detail about this occurrence; absent where there is nothing to add
 * @param errors what is not right, for {@code validation-failed} and, where it can be told, {@code malformed-request}
 * @param traceId to quote when asking for help; on 5xx there is nothing else
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(URI type, String title, int status, String detail, List<FieldError> errors, String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param pointer RFC 6901 pointer into the body, or the name of a parameter
     * @param detail what would be right
     */
    public record FieldError(String pointer, String detail) {}

    public static Problem of(ProblemType type, String detail) {
        return new Problem(uri(type), type.title(), type.status(), detail, List.of(), null);
    }

    public Problem withErrors(List<FieldError> fieldErrors) {
        return new Problem(type, title, status, detail, fieldErrors, traceId);
    }

    public Problem withTraceId(String id) {
        return new Problem(type, title, status, detail, errors, id);
    }

    private static URI uri(ProblemType type) {
        return URI.create("urn:helpathand:problem:" + type.code());
    }
}
