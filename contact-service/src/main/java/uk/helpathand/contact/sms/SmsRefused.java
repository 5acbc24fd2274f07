package uk.helpathand.contact.sms;

/** The provider will not send this text, today or later, as it is. The message holds no number and no words. */
public class SmsRefused extends Exception {

    /** Why, as far as somebody has to act differently on it. */
    public enum Kind {
        /** Whoever has that phone has told the provider to stop. */
        OPTED_OUT,
        /** No mobile phone has that number. */
        NOT_A_PHONE,
        /** Our account may not text that number: another country, or an account on trial. */
        NOT_ALLOWED,
        /** A fault in what we sent, or in our settings at the provider. */
        OTHER
    }

    private final String code;
    private final Kind kind;

    public SmsRefused(String code, Kind kind) {
        super(kind + " (" + ProviderWords.code(code) + ")");
        this.code = ProviderWords.code(code);
        this.kind = kind;
    }

    /** The provider's own, for example {@code 21610}. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }
}
