package uk.helpathand.platform.safecontact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * Phone numbers in one spelling, E.164. A number is a route, not a person.
 *
 * <p>A number counts as one when its range is known to be in use, or when it is as long as its country's mobile numbers: new
 * ranges come faster than releases, and Ofcom's numbers for drama (07700 900000 to 900999) are never in use.
 */
public final class PhoneNumbers {

    /** What a text to the number would reach. */
    public enum Kind {
        MOBILE,
        /** A text is read aloud to whoever picks up. */
        LANDLINE,
        /** Anything else, also what the numbering plans do not know yet. */
        OTHER
    }

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final String WHATSAPP = "whatsapp:";
    private static final String FOR_DRAMA = "+447700900";

    /** Longest number with all its brackets and spaces; beyond it nobody parses. */
    private static final int LONGEST = 64;

    private final String region;

    /**
     * @param region the country a number without a country code is in, as ISO 3166 writes it ({@code GB}); an unknown one is
     *     an {@link IllegalArgumentException}
     */
    public PhoneNumbers(String region) {
        if (!PLANS.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("no such region: " + region);
        }
        this.region = region;
    }

    /**
     * The number in E.164; empty for what is none: a short code, a name in a number's place, an extension, two numbers.
     *
     * @param given as a child or a provider wrote it; {@code whatsapp:} before it is left out. Without a plus it is read as a
     *     number of the region, so a provider that leaves the plus out is given it by its adapter
     */
    public Optional<String> toE164(String given) {
        if (given == null || given.length() > LONGEST) {
            return Optional.empty();
        }
        String number = given.strip();
        if (number.regionMatches(true, 0, WHATSAPP, 0, WHATSAPP.length())) {
            number = number.substring(WHATSAPP.length());
        }
        if (!number.codePoints().allMatch(PhoneNumbers::mayStandInNumber)) {
            return Optional.empty();
        }
        return parse(number, region)
                .filter(PhoneNumbers::mayBeGivenOut)
                .map(parsed -> PLANS.format(parsed, PhoneNumberFormat.E164));
    }

    /** @param e164 as {@link #toE164} gives it; anything else is {@link Kind#OTHER} */
    public static Kind kind(String e164) {
        if (e164.startsWith(FOR_DRAMA)) {
            return Kind.MOBILE;
        }
        return parse(e164, null)
                .map(number -> switch (PLANS.getNumberType(number)) {
                    // In North America the number does not tell
                    case MOBILE, FIXED_LINE_OR_MOBILE -> Kind.MOBILE;
                    case FIXED_LINE -> Kind.LANDLINE;
                    case TOLL_FREE, PREMIUM_RATE, SHARED_COST, VOIP, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL, UNKNOWN ->
                        Kind.OTHER;
                })
                .orElse(Kind.OTHER);
    }

    private static boolean mayBeGivenOut(PhoneNumber number) {
        return PLANS.isValidNumber(number)
                || PLANS.isPossibleNumberForTypeWithReason(number, PhoneNumberType.MOBILE)
                        == ValidationResult.IS_POSSIBLE;
    }

    private static Optional<PhoneNumber> parse(String number, String region) {
        try {
            return Optional.of(PLANS.parse(number, region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** No letters: the plans would read them as keys of a phone, and HSBC would become a number. */
    private static boolean mayStandInNumber(int c) {
        return Character.isDigit(c)
                || "+＋()-./".indexOf(c) >= 0
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                // Phones wrap a copied number in marks of direction
                || Character.getType(c) == Character.FORMAT;
    }
}
