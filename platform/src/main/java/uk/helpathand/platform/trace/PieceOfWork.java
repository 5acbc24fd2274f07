package uk.helpathand.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.UUID;

/** One span outside any call. What its thread does meanwhile belongs to it. */
public final class PieceOfWork implements AutoCloseable {

    private static final String OURS = "helpathand.";

    private final Span span;
    private final Scope scope;
    private boolean succeeded;

    PieceOfWork(Span span) {
        this.span = span;
        this.scope = span.makeCurrent();
    }

    /** @param name of our own choosing, such as {@code message} */
    public PieceOfWork about(String name, UUID id) {
        span.setAttribute(OURS + name, id.toString());
        return this;
    }

    public PieceOfWork attempt(int number) {
        span.setAttribute(OURS + "attempt", number);
        return this;
    }

    public void succeeded() {
        succeeded = true;
    }

    /** Why it failed stands in the log, beside the same ids. */
    @Override
    public void close() {
        scope.close();
        if (!succeeded) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
