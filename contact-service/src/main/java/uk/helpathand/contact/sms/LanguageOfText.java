package uk.helpathand.contact.sms;

/** What language a text seems to be in, as far as it matters for one fixed answer: by its letters alone. */
final class LanguageOfText {

    private static final String ENGLISH = "en";
    private static final String ARABIC = "ar";

    /** Of the same script, but of Persian, Kurdish or Urdu, whose readers need not know Arabic. */
    private static final String NOT_ARABIC = "پچژگکیەڕڵۆێۆٹڈڑںےھ";

    private LanguageOfText() {}

    /** A BCP 47 tag. */
    static String of(String text) {
        boolean arabicLetters = text.codePoints()
                .anyMatch(letter -> Character.isLetter(letter)
                        && Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
        boolean others = text.codePoints().anyMatch(letter -> NOT_ARABIC.indexOf(letter) >= 0);
        return arabicLetters && !others ? ARABIC : ENGLISH;
    }
}
