package uk.helpathand.contact.page;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/**
 * Lets every call be answered in its language: {@link OfCall} words are in it, and every template speaks it too. A language that was asked for is remembered in a cookie that ends with the browser, or with /leave.
 */
@ApplicationScoped
class LanguageOfCall {

    private static final String CONTENT_LANGUAGE = "Content-Language";

    @Inject
    Languages languages;

    @Inject
    CurrentVertxRequest current;

    @Produces
    @OfCall
    @RequestScoped
    Words words() {
        return languages.words(tag());
    }

    @Produces
    @OfCall
    @RequestScoped
    LookedWords lookedWords() {
        return languages.lookedWords(tag());
    }

    void inTemplates(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(page -> page.setAttribute(TemplateInstance.LOCALE, tag()));
    }

    /** Before everything else: errors that never reach a resource have a language too. */
    void remember(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(call -> {
            HttpServerResponse response = call.response();
            String asked = languages.asked(call);
            if (asked != null && isChoice(call)) {
                response.addCookie(Cookie.cookie(Cookies.LANGUAGE, asked)
                        .setPath("/")
                        .setSecure(true)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
            }
            call.addHeadersEndHandler(done -> {
                String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
                if (type != null
                        && type.startsWith("text/html")
                        && !response.headers().contains(CONTENT_LANGUAGE)) {
                    response.putHeader(CONTENT_LANGUAGE, languages.of(call));
                }
            });
            call.next();
        });
    }

    /** A form that is sent only says what language its page had. */
    private static boolean isChoice(RoutingContext call) {
        boolean leaving = call.request().path().equals("/leave");
        return !leaving
                && (call.request().method() == HttpMethod.GET || call.request().getParam(Languages.SWITCH) != null);
    }

    private String tag() {
        return languages.of(Arc.container().requestContext().isActive() ? current.getCurrent() : null);
    }
}
