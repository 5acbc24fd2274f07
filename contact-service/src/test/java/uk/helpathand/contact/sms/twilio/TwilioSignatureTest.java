package uk.helpathand.contact.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The published vectors (STANDARDS 1.3), and signatures made by other means: with {@code openssl dgst -sha1 -hmac}, the text
 * of each is beside it.
 */
class TwilioSignatureTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PUBLISHED =
            "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212" + "&Caller=%2B14158675309&From=%2B14158675309";
    private static final String PATH = "/myapp.php?foo=1&bar=2";

    private final TwilioSignature signature = new TwilioSignature("https://mycompany.com", List.of("12345"));

    @Test
    void the_published_vectors_prove_themselves() {
        assertThat(signature.prove("RSOYDt4T1cUTdK1PDd93/VVr8B8=", PATH, FORM, bytes(PUBLISHED)))
                .isTrue();
        assertThat(signature.prove("kvajT1Ptam85bY51eRf/AJRuM3w=", PATH, FORM, bytes(PUBLISHED)))
                .as("with the default port written in")
                .isTrue();
    }

    @Test
    void a_port_in_our_own_setting_changes_nothing() {
        var withPort = new TwilioSignature("https://mycompany.com:443/", List.of("12345"));
        assertThat(withPort.prove("RSOYDt4T1cUTdK1PDd93/VVr8B8=", PATH, FORM, bytes(PUBLISHED)))
                .isTrue();
        assertThat(withPort.prove("kvajT1Ptam85bY51eRf/AJRuM3w=", PATH, FORM, bytes(PUBLISHED)))
                .isTrue();
    }

    @Test
    void whatever_is_changed_proves_nothing() {
        String right = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
        assertThat(signature.prove(right, PATH, FORM, bytes(PUBLISHED.replace("1234&", "1235&"))))
                .isFalse();
        assertThat(signature.prove(right, PATH, FORM, bytes(PUBLISHED + "&FooBar=")))
                .as("one more name, without a value")
                .isFalse();
        assertThat(signature.prove(right, "/myapp.php?foo=1&bar=3", FORM, bytes(PUBLISHED)))
                .isFalse();
        assertThat(signature.prove(right.toLowerCase(java.util.Locale.ROOT), PATH, FORM, bytes(PUBLISHED)))
                .isFalse();
        assertThat(signature.prove("", PATH, FORM, bytes(PUBLISHED))).isFalse();
        assertThat(new TwilioSignature("https://elsewhere.com", List.of("12345"))
                        .prove(right, PATH, FORM, bytes(PUBLISHED)))
                .isFalse();
        assertThat(new TwilioSignature("http://mycompany.com", List.of("12345"))
                        .prove(right, PATH, FORM, bytes(PUBLISHED)))
                .isFalse();
    }

    @Test
    void either_token_proves_while_they_are_changed_and_a_third_does_not() {
        for (List<String> tokens : List.of(List.of("12345", "67890"), List.of("67890", "12345"))) {
            assertThat(new TwilioSignature("https://mycompany.com", tokens)
                            .prove("RSOYDt4T1cUTdK1PDd93/VVr8B8=", PATH, FORM, bytes(PUBLISHED)))
                    .isTrue();
        }
        assertThat(new TwilioSignature("https://mycompany.com", List.of("67890"))
                        .prove("RSOYDt4T1cUTdK1PDd93/VVr8B8=", PATH, FORM, bytes(PUBLISHED)))
                .isFalse();
    }

    @Test
    void empty_repeated_and_unknown_names_are_signed_as_they_came() {
        // https://mycompany.com/inBareBody x EmptyFooBarnewTagaTagbbodylower
        byte[] body = bytes("Tag=b&Tag=a&Tag=b&Empty=&FooBar=new&body=lower&Body=+x+&Bare&&");
        assertThat(signature.prove("O2g6zNtOz8quDJYWog3D4X/NO9Q=", "/in", FORM + "; charset=UTF-8", body))
                .isTrue();
        assertThat(signature.prove(
                        "O2g6zNtOz8quDJYWog3D4X/NO9Q=",
                        "/in",
                        FORM,
                        bytes("Tag=b&Tag=a&Empty=&FooBar=new&body=lower&Body=x&Bare")))
                .as("trimmed")
                .isFalse();
    }

    @Test
    void names_are_in_the_order_of_their_bytes_and_values_need_not_be_utf_8() {
        // https://mycompany.com/inBody<FF><00>%<EF BD 9E>2<F0 9F 98 80>1
        // U+FF5E sorts after U+1F600 by UTF-16 and before it by bytes
        assertThat(signature.prove(
                        "BSsbtzIb7gKBvOZqGgNSvqzyAcY=", "/in", FORM, bytes("%F0%9F%98%80=1&%EF%BD%9E=2&Body=%FF%00%")))
                .isTrue();
    }

    @Test
    void escapes_in_the_address_stay_as_they_are_when_the_port_is_written_in() {
        // https://mycompany.com/a%2Bb/in?x=%2B%26+yAb, and with :443 after the name
        var escaped = new TwilioSignature("https://mycompany.com/a%2Bb", List.of("12345"));
        assertThat(escaped.prove("sCsLBghgwyU0boWPcEvdCwzNYGA=", "/in?x=%2B%26+y", FORM, bytes("A=b")))
                .isTrue();
        assertThat(escaped.prove("f2uJDNGVLYKwaq+f/T7BAG2d8k8=", "/in?x=%2B%26+y", FORM, bytes("A=b")))
                .isTrue();
        assertThat(escaped.prove("sCsLBghgwyU0boWPcEvdCwzNYGA=", "/in?x=+&+y", FORM, bytes("A=b")))
                .isFalse();
    }

    @Test
    void only_the_port_is_touched() {
        assertThat(TwilioSignature.bothPortForms("https://h.test/p?at=10:30"))
                .containsExactly("https://h.test/p?at=10:30", "https://h.test:443/p?at=10:30");
        assertThat(TwilioSignature.bothPortForms("http://h.test?q"))
                .containsExactly("http://h.test?q", "http://h.test:80?q");
        assertThat(TwilioSignature.bothPortForms("https://h.test:8443/p"))
                .containsExactly("https://h.test:8443/p", "https://h.test/p");
        assertThat(TwilioSignature.bothPortForms("https://[2001:db8::1]/p"))
                .containsExactly("https://[2001:db8::1]/p", "https://[2001:db8::1]:443/p");
    }

    @Test
    void json_is_proved_by_the_hash_of_its_body_and_by_nothing_less() {
        byte[] json = bytes("{\"a\":1}");
        String hash = "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862";
        String path = "/in?bodySHA256=" + hash;
        assertThat(signature.prove("aQnK0M4E7fyT1PR1tH0ln5TgKqo=", path, "application/json", json))
                .isTrue();
        assertThat(signature.prove("aQnK0M4E7fyT1PR1tH0ln5TgKqo=", path, "application/json", bytes("{\"a\":2}")))
                .as("another body")
                .isFalse();
        assertThat(signature.prove("VxhRyIZAXaiggeLDVCS2shIkiak=", "/in", "application/json", json))
                .as("no hash")
                .isFalse();
        assertThat(signature.prove(
                        "XIxh+zqSGHe+gF8g6S1qj2D/4uE=", path + "&bodySHA256=" + hash, "application/json", json))
                .as("two hashes")
                .isFalse();
    }

    @Test
    void a_form_is_not_proved_by_a_hash_that_somebody_put_into_its_query() {
        byte[] form = bytes("Body=forged");
        String path = "/in?bodySHA256=246cb8ffccd3f477cb141ec14455b404821ab3e373632cfd892d7044cc64530f";
        // signed over the address alone, as a call with a JSON body would be
        for (String type : new String[] {FORM, "Application/X-WWW-Form-Urlencoded ; charset=utf-8", null, ""}) {
            assertThat(signature.prove("rXGdBGpBbycz6Yu0bzQ5zePgZnI=", path, type, form))
                    .as(String.valueOf(type))
                    .isFalse();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
