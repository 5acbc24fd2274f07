package uk.helpathand.api.casework;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who works here. All of them: a team is not so large that it needs pages. */
public record StaffView(@Schema(required = true) List<ColleagueView> items) {

    /**
     * One colleague.
     *
     * @param id the subject of their tokens, which the record keeps as an owner
     * @param name for colleagues to read, never shown to a child
     * @param enabled false for somebody who may not sign in
     */
    public record ColleagueView(String id, String name, List<String> roles, boolean enabled) {}
}
