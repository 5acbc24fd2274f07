package uk.helpathand.local.sms;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What an SMS can carry: the alphabet of GSM 03.38, else UCS-2, and how many segments that takes. */
final class Wording {

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Each takes two places. */
    private static final String GSM_EXTENDED = "^{}\\[~]|€\f";

    private static final Map<Integer, String> SIMPLER = simpler();

    private Wording() {}

    /** At least one, also for nothing: 160 or 70 places in a single one, 153 or 67 in each of several. */
    static int segments(String body) {
        var gsm = body.chars().allMatch(c -> GSM.indexOf(c) >= 0 || GSM_EXTENDED.indexOf(c) >= 0);
        var places = gsm
                ? body.length()
                        + (int) body.chars()
                                .filter(c -> GSM_EXTENDED.indexOf(c) >= 0)
                                .count()
                : body.length();
        var single = gsm ? 160 : 70;
        var each = gsm ? 153 : 67;
        return places <= single ? 1 : (places + each - 1) / each;
    }

    /** As Notify sends it: typographic marks become plain ones, so that a text stays in the cheaper alphabet. */
    static String plain(String body) {
        return body.codePoints()
                .mapToObj(point -> SIMPLER.getOrDefault(point, Character.toString(point)))
                .collect(Collectors.joining());
    }

    private static Map<Integer, String> simpler() {
        var simpler = new HashMap<Integer, String>();
        each(simpler, "\u2011\u2013\u2014\u2212", "-");
        each(simpler, "\u2018\u2019\u201a", "'");
        each(simpler, "\u201c\u201d\u201e", "\"");
        each(simpler, "\u2026", "...");
        each(simpler, "\u00a0\u202f\t", " ");
        each(simpler, "\u180e\u200b\u200c\u2060\ufeff\u2028\u2029", "");
        return simpler;
    }

    private static void each(Map<Integer, String> simpler, String marks, String plain) {
        marks.codePoints().forEach(mark -> simpler.put(mark, plain));
    }
}
