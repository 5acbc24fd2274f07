package uk.helpathand.contact.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Settings of the pages. */
@ConfigMapping(prefix = "helpathand.page")
public interface PageConfig {

    /** Where "Leave this page" leads: a page that looks ordinary to anyone and shows nothing about its reader. */
    @WithDefault("https://www.bbc.co.uk/weather")
    URI leaveTo();
}
