package uk.helpathand.api.casework;

import java.util.List;

/**
 * What would happen to a reply, before it is sent.
 *
 * @param allowed false when it would be refused; {@code reasons} says why, as the codes of problems
 * @param route by which it reaches them: {@code web}, or {@code text} for a conversation that began by text and whose thread no
 *     return code opens
 * @param characters its length in code points, of at most 20,000
 * @param text what the text about it, or the text that it is, would be. On the route {@code web} the answer is on the thread
 *     whatever becomes of the text
 */
public record MessagePreview(boolean allowed, String route, int characters, List<String> reasons, TextPreview text) {}
