package uk.helpathand.contact.page;

/**
 * The button by which somebody shows that they are a person.
 *
 * @param appendToken of the conversation it is about: it adds and never reads
 * @param ticket holds what the page after sending shows, where there is no cookie; else null
 * @param notice why the button is here again, through no fault of the child's; null when it is not
 */
public record ConfirmForm(String appendToken, String ticket, String notice) {}
