package uk.helpathand.platform.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How bodies come in: whole, up to a limit and within a time, before any thread is given to the call. The framework would let
 * a worker wait for each byte, so that two hundred slow senders could keep everybody else out, and beyond its limit it breaks
 * off without a word.
 *
 * <p>Two programs on the way must not see different ends of one body (ASVS 4.2.1). A coding that is not {@code chunked} would
 * count as no body at all and is refused. A length beside {@code chunked}, and a header that is folded, are gone before we
 * can see them: so nothing that follows on the same connection is read where the length did not stand plainly in the head.
 */
@ApplicationScoped
public class Bodies {

    /** Bytes, of what always has room: a child's whole form. */
    static final int SMALL = 65_536;

    /** Of a form; ours have a few dozen. */
    private static final int MOST_FIELDS = 1000;

    private static final String REFUSED = Bodies.class.getName();

    /** After these nobody expects a body, unless the head says so. */
    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Seconds. */
    private static final String RETRY_AFTER = "5";

    private static final long LISTENING_MILLIS = 5000;

    private final AtomicLong held = new AtomicLong();

    /** Connections that go with their present call, and with whoever else knows them. */
    private final Set<HttpConnection> spent =
            Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

    private final WebConfig config;
    private final long largest;

    @Inject
    Bodies(WebConfig config, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.config = config;
        this.largest = largest.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::receive);
    }

    private void receive(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (spent.contains(request.connection())) {
            request.connection().close();
            return;
        }
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        long length = length(request);
        boolean plain = codings.isEmpty() && (length >= 0 || BODILESS.contains(request.method()));
        if (!plain) {
            spend(call);
            call.addEndHandler(over -> {
                if (call.get(REFUSED) == null) {
                    request.connection().close();
                }
            });
        }
        if (!codings.isEmpty() && !isChunked(codings, request)) {
            refuse(call, 400);
        } else if (length > largest) {
            refuse(call, 413);
        } else if (length <= 0 && codings.isEmpty() && request.version() != HttpVersion.HTTP_2) {
            call.next();
        } else {
            read(call);
        }
    }

    private static boolean isChunked(List<String> codings, HttpServerRequest request) {
        return codings.size() == 1
                && codings.get(0).strip().equalsIgnoreCase("chunked")
                && request.version() != HttpVersion.HTTP_1_0;
    }

    /** The decoder has refused what is no number; a number that no {@code long} can hold is too long for us as well. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return -1;
        }
        return length.length() < 19 ? Long.parseLong(length) : Long.MAX_VALUE;
    }

    private void read(RoutingContext call) {
        HttpServerRequest request = call.request();
        Buffer body = Buffer.buffer();
        AtomicLong counted = new AtomicLong();
        long deadline = call.vertx().setTimer(config.bodyWithin().toMillis(), late -> request.connection()
                .close());
        call.addEndHandler(over -> {
            call.vertx().cancelTimer(deadline);
            held.addAndGet(-counted.getAndSet(0));
        });
        request.handler(part -> {
            long size = body.length() + part.length();
            if (size > largest) {
                refuse(call, 413);
            } else if (isRoomFor(size, counted)) {
                body.appendBuffer(part);
            } else {
                call.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
                refuse(call, 503);
            }
        });
        request.endHandler(whole -> {
            call.vertx().cancelTimer(deadline);
            if (hasTooManyFields(request, body)) {
                call.fail(400);
                return;
            }
            ((RoutingContextInternal) call).setBody(body);
            call.next();
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            call.response().writeContinue();
        }
        request.resume();
    }

    /** The framework's reader of forms would call it a failure of ours. */
    private static boolean hasTooManyFields(HttpServerRequest request, Buffer body) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return false;
        }
        int fields = 1;
        for (int i = 0; i < body.length() && fields < MOST_FIELDS; i++) {
            if (body.getByte(i) == '&') {
                fields++;
            }
        }
        return fields >= MOST_FIELDS;
    }

    /** Small bodies always have. */
    private boolean isRoomFor(long size, AtomicLong counted) {
        if (size <= SMALL) {
            return true;
        }
        long more = size - counted.getAndSet(size);
        return held.addAndGet(more) <= config.bodyRoom().asLongValue();
    }

    /** What is still on its way is thrown away for a while: a sender whose line breaks never reads why. */
    private void refuse(RoutingContext call, int status) {
        HttpServerRequest request = call.request();
        spend(call);
        call.put(REFUSED, true);
        request.handler(part -> {});
        request.endHandler(whole -> request.connection().close());
        call.vertx().setTimer(LISTENING_MILLIS, late -> request.connection().close());
        request.resume();
        call.fail(status);
    }

    /** What follows on this connection is never answered. */
    private void spend(RoutingContext call) {
        spent.add(call.request().connection());
        call.response().putHeader(HttpHeaders.CONNECTION, "close");
    }
}
