package uk.helpathand.contact.enquiry;

/** What a child may add after sending; every field may be null. */
public record Details(
        String name, String age, String council, String livesIn, String helpedBy, String language, String needs) {}
