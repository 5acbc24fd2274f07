package uk.helpathand.contact.sms.twilio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The pairs of a form as they were sent: every one, in any number, empty ones too, since all of them are signed and Twilio
 * adds new ones without notice. Inside, each char is one byte, so that what is no UTF-8 is signed as it came and the order of
 * strings is that of bytes.
 */
final class TwilioForm {

    private final SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    private final SortedMap<String, String> first = new TreeMap<>();

    private TwilioForm() {}

    /** Never fails: what is no escape stands for itself. */
    static TwilioForm of(byte[] body) {
        var form = new TwilioForm();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                form.add(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, unused -> new TreeSet<>()).add(value);
        first.putIfAbsent(name, value);
    }

    /** The first value of that name as text; null where there is none. Bytes that are no UTF-8 become U+FFFD. */
    String text(String name) {
        String value = first.get(name);
        return value == null ? null : new String(bytes(value), StandardCharsets.UTF_8);
    }

    Set<String> names() {
        return first.keySet();
    }

    /** What of a form is signed: names in order, each with its values without doubles, in order. */
    byte[] signed() {
        var bytes = new ByteArrayOutputStream();
        values.forEach((name, ofName) -> ofName.forEach(value -> {
            bytes.writeBytes(bytes(name));
            bytes.writeBytes(bytes(value));
        }));
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String decoded(String text) {
        var decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                decoded.append((char) (high * 16 + low));
                i += 2;
            } else {
                decoded.append(c == '+' ? ' ' : c);
            }
        }
        return decoded.toString();
    }
}
