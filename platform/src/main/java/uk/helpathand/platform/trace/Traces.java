package uk.helpathand.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What took how long, and which ids it was about. A span holds what is put into it here and in {@link TraceFilter} and nothing
 * else: instrumentation that sees everything would have to be shown to leave out what people wrote (ADR 0028).
 */
@ApplicationScoped
public class Traces {

    /** The header of W3C Trace Context, between the two services. */
    static final String PARENT = "traceparent";

    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final String CONTEXT_OF_CALL = Traces.class.getName();
    private static final Pattern HTTP = Pattern.compile("https?://.+");
    private static final long LAST_SENDING_SECONDS = 2;

    private static final TextMapGetter<Map<String, String>> ONE_HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public String get(Map<String, String> headers, String name) {
            return headers.get(name);
        }
    };

    @Inject
    CurrentVertxRequest request;

    private final Optional<SdkTracerProvider> exporting;
    private final Tracer tracer;

    @Inject
    Traces(TraceConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        exporting = config.endpoint().map(endpoint -> exporting(checked(endpoint), service));
        tracer = exporting
                .<TracerProvider>map(on -> on)
                .orElse(TracerProvider.noop())
                .get("help-at-hand");
    }

    private static String checked(URI endpoint) {
        if (endpoint.getHost() == null || !HTTP.matcher(endpoint.toString()).matches()) {
            throw new IllegalStateException(
                    "helpathand.traces.endpoint must begin with http:// or https:// and name a host");
        }
        return endpoint.toString();
    }

    /** Sent by a thread of its own. A collector that is away holds up nobody: what cannot be sent is dropped. */
    private static SdkTracerProvider exporting(String endpoint, String service) {
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(SERVICE, service)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(1, TimeUnit.SECONDS)
                        .build())
                .build();
    }

    /** An endpoint that cannot be one stops the start, and no call. */
    void begin(@Observes StartupEvent event) {}

    /** After the relay, whose last spans go too. */
    void end(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
        exporting.ifPresent(on -> on.shutdown().join(LAST_SENDING_SECONDS, TimeUnit.SECONDS));
    }

    /** Sends what is over by now, and waits until it is there. For tests. */
    public void flush() {
        exporting.ifPresent(on -> on.forceFlush().join(LAST_SENDING_SECONDS, TimeUnit.SECONDS));
    }

    public boolean areOn() {
        return exporting.isPresent();
    }

    /** Of the trace that what is done now belongs to. */
    public Optional<String> id() {
        SpanContext now = Span.fromContext(now()).getSpanContext();
        return now.isValid() ? Optional.of(now.getTraceId()) : Optional.empty();
    }

    /** What follows from what is done now belongs under it: a {@code traceparent}, or null when nothing is traced. */
    public String parent() {
        var headers = new HashMap<String, String>();
        if (areOn()) {
            W3CTraceContextPropagator.getInstance().inject(now(), headers, Map::put);
        }
        return headers.get(PARENT);
    }

    /** @param parent a {@code traceparent}; null for what follows from nothing */
    Span begin(String name, SpanKind kind, String parent) {
        Context above = parent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), Map.of(PARENT, parent), ONE_HEADER);
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(above).startSpan();
    }

    /** What happens in that call from now on belongs to that span, whichever thread does it. */
    void isOf(RoutingContext call, Span span) {
        call.put(CONTEXT_OF_CALL, Context.root().with(span));
    }

    /** What this thread does until it is closed. */
    public PieceOfWork work(String name, String parent) {
        return new PieceOfWork(begin(name, SpanKind.CLIENT, parent));
    }

    private Context now() {
        if (Arc.container().requestContext().isActive()) {
            RoutingContext call = request.getCurrent();
            Context ofCall = call == null ? null : call.get(CONTEXT_OF_CALL);
            if (ofCall != null) {
                return ofCall;
            }
        }
        return Context.current();
    }
}
