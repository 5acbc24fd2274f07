package uk.helpathand.api.problem;

/**
 * Every way a call can fail, as a caller may want to tell them apart. Finer than the HTTP status, stable, and listed in
 * docs/problems.md (a test compares the two).
 */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request could not be read"),
    VALIDATION_FAILED(400, "Some fields are not right"),
    IDEMPOTENCY_KEY_MISSING(400, "An Idempotency-Key header is needed"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    SIGN_IN_AGAIN(401, "Sign in again to do this"),
    FORBIDDEN(403, "Your role does not allow this"),
    NOT_FOUND(404, "There is nothing here for you"),
    METHOD_NOT_ALLOWED(405, "This address does not take that method"),
    NOT_ACCEPTABLE(406, "No answer in a form you accept"),
    HANDOVER_CONFLICT(409, "The same id came before with other content"),
    ENQUIRY_ALREADY_TRIAGED(409, "This enquiry was triaged already"),
    CASE_CLOSED(409, "This case is closed"),
    OWNER_IN_CONFLICT(409, "That colleague answers for an open case of this child"),
    LAST_LEAD(409, "No other lead could see this child"),
    LEGAL_HOLD(409, "A legal hold keeps this record"),
    CASE_OPEN(409, "A case of this child is still open"),
    ERASURE_DECIDED(409, "This erasure was decided already"),
    WRITTEN_AGAIN(409, "A message came after this was decided"),
    CONSENT_WITHDRAWN(409, "This consent was withdrawn"),
    CONSENT_PAST(409, "This consent is past its last day"),
    RETURN_CODE_GONE(409, "That code is not shown again"),
    SUBJECT_ACCESS_CLOSED(409, "This request was answered already"),
    EXTENSION_REFUSED(409, "The time cannot be extended any more"),
    SUBJECT_ACCESS_NEEDS_PERSON(409, "A person has to answer this"),
    IDEMPOTENCY_KEY_IN_USE(409, "The first call with this key is still running"),
    STALE(412, "Somebody changed it since you read it"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has the wrong content type"),
    WRONG_AUDIENCE(422, "The audience is not this conversation's own"),
    TEXT_REFUSED(422, "A rule of safe contact forbids this answer"),
    WRONG_CHILDREN(422, "Those children are not this enquiry's"),
    WRONG_CASE(422, "That case cannot be joined"),
    WRONG_OWNER(422, "That person cannot answer for a case"),
    WRONG_COLLEAGUE(422, "Nobody of that id can be named here"),
    SAME_PERSON(422, "Another person has to decide this"),
    WRONG_TEXTS(422, "Those texts are not this redaction's"),
    TELL_CHILD_MISSING(422, "Say what the child is told"),
    VERIFICATION_NOT_PASSED(422, "Too few answers were right"),
    COMPETENCE_NOT_SHOWN(422, "It is not shown that the child could decide this"),
    CONSENT_DOES_NOT_COVER(422, "This consent does not cover that"),
    WRONG_ENTRIES(422, "Those entries are not of this package"),
    IDEMPOTENCY_KEY_REUSED(422, "This key was used with other content"),
    IF_MATCH_MISSING(428, "An If-Match header is needed"),
    INTERNAL(500, "Something went wrong on our side"),
    AUDIT_UNAVAILABLE(503, "The audit record could not be written, so nothing was done"),
    UNAVAILABLE(503, "We cannot do this right now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The last part of the problem's type URI, for example {@code enquiry-already-triaged}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public ProblemException exception() {
        return new ProblemException(this, null);
    }

    /** @param detail for this occurrence; never personal data, never the caller's text */
    public ProblemException exception(String detail) {
        return new ProblemException(this, detail);
    }

    /** The type with that code; {@link #INTERNAL} for one we do not know, so that old clients survive new problems. */
    public static ProblemType parse(String code) {
        for (ProblemType type : values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        return INTERNAL;
    }
}
