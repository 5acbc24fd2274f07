package uk.helpathand.local;

/** One part of the whole, in the order in which they are stopped. */
public enum Part {
    CASE_SERVICE("case-service"),
    CONTACT_SERVICE("contact-service"),
    SMS("sms"),
    MAIL("mail"),
    KEYCLOAK("keycloak"),
    POSTGRES("postgres");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** Its name in lines on the screen and in the names of its log and pid file. */
    public String label() {
        return label;
    }

    /** Whether it is a program of its own, which can die; the others live in this one. */
    boolean isProcess() {
        return this != SMS && this != MAIL;
    }
}
