package uk.helpathand.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strings as bytes without loss: UTF-8, or UTF-16 for a string that UTF-8 cannot hold (lone surrogates). */
public final class LosslessText {

    private static final byte UTF_8 = 8;
    private static final byte UTF_16 = 16;
    private static final char REPLACEMENT = '\uFFFD';

    private LosslessText() {}

    static byte[] encode(String text) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return marked(UTF_8, utf8);
        } catch (CharacterCodingException e) {
            ByteBuffer utf16 = ByteBuffer.allocate(text.length() * 2);
            utf16.asCharBuffer().put(text);
            return marked(UTF_16, utf16);
        }
    }

    static String decode(byte[] bytes) {
        ByteBuffer body = ByteBuffer.wrap(bytes, 1, bytes.length - 1).slice();
        return bytes[0] == UTF_16
                ? body.asCharBuffer().toString()
                : StandardCharsets.UTF_8.decode(body).toString();
    }

    private static byte[] marked(byte mark, ByteBuffer body) {
        byte[] bytes = new byte[1 + body.remaining()];
        bytes[0] = mark;
        body.get(bytes, 1, body.remaining());
        return bytes;
    }

    /** What PostgreSQL text can hold: U+0000 and lone surrogates become U+FFFD. */
    public static String storable(String text) {
        if (text == null) {
            return null;
        }
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                out.append(c == 0 || Character.isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        return out.toString();
    }

    /** Whether {@link #storable} would change it. */
    public static boolean isStorable(String text) {
        return text == null || text.equals(storable(text));
    }
}
