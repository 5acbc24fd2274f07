package uk.helpathand.contact.sms;

import java.util.List;

/**
 * One page of the provider's list of received texts, newest first.
 *
 * @param next the cursor of the page after this one; null at the end
 */
public record ReceivedPage(List<ReceivedText> texts, String next) {}
