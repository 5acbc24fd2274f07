package uk.helpathand.api.problem;

/** A call that fails in a way the contract names. */
public class ProblemException extends RuntimeException {

    private final ProblemType type;

    ProblemException(ProblemType type, String detail) {
        super(detail == null ? type.code() : detail);
        this.type = type;
        this.detail = detail;
    }

    private final String detail;

    public ProblemType type() {
        return type;
    }

    /** May be null. */
    public String detail() {
        return detail;
    }
}
