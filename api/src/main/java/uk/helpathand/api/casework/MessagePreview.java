package uk.helpathand.api.casework;

import java.util.List;

/**
 * What would happen to a reply, before it is sent.
 *
 * @param allowed false when it would be refused; {@code reasons} says why
 * @param route by which it would go: {@code web}
 * @param characters its length in code points, of at most 20,000
 */
public record MessagePreview(boolean allowed, String route, int characters, List<String> reasons) {}
