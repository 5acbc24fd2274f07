package uk.helpathand.contact.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import uk.helpathand.platform.problem.ErrorPages;

/** Errors where people read: what happened, what became of their words, who helps now, how to go on. */
@ApplicationScoped
public class PageErrors implements ErrorPages {

    private static final List<String> FOR_PROGRAMS = List.of("/v1", "/webhooks", "/openapi", "/q", "/a");

    @Inject
    Languages languages;

    @Override
    public boolean isPage(String path) {
        return FOR_PROGRAMS.stream().noneMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    @Override
    public String render(int status, RoutingContext call) {
        return render(status, languages.of(call), call.request().method() != HttpMethod.GET);
    }

    /** @param sending what failed was no page that can be asked for again in another language */
    String render(int status, String language, boolean sending) {
        Words words = languages.words(language);
        var page =
                switch (status) {
                    case 404 ->
                        Pages.error(words.error404Title(), words.error404Heading(), words.error404What(), sending);
                    case 413 ->
                        Pages.error(words.error413Title(), words.error413Heading(), words.error413What(), sending);
                    case 503 ->
                        Pages.error(words.error503Title(), words.error503Heading(), words.error503What(), sending);
                    default ->
                        status < 500
                                ? Pages.error(
                                        words.error405Title(), words.error405Heading(), words.error405What(), sending)
                                : Pages.error(
                                        words.error500Title(), words.error500Heading(), words.error500What(), sending);
                };
        return page.setLocale(language).render();
    }
}
