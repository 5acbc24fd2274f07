package uk.helpathand.contact.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where "Leave this page" leads, for templates and for {@link LeaveResource}. */
@Named("leaving")
@ApplicationScoped
public class Leaving {

    @Inject
    PageConfig config;

    public String target() {
        return config.leaveTo().toString();
    }
}
