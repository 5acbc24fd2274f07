package uk.helpathand.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.helpathand.people.Http.Answer;

/**
 * Somebody of the staff at a front end that knows nothing but the realm: signs in on Keycloak's own pages, by authorisation
 * code with PKCE. Has one phone that makes one-time codes, and as many browsers as wanted.
 */
public final class FrontEndUser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
    private static final int PAGES_AT_MOST = 4;

    private final URI realm;
    private final String name;
    private final String password;
    private final CodePhone phone = new CodePhone();
    private Cookies cookies = new Cookies();

    /** @param realm its address, without a slash at the end */
    public FrontEndUser(URI realm, String name, String password) {
        this.realm = realm;
        this.name = name;
        this.password = password;
    }

    /** What comes next is done in another browser, in which nobody has signed in. */
    public FrontEndUser inAnotherBrowser() {
        cookies = new Cookies();
        return this;
    }

    /**
     * Goes to sign in and answers whatever is asked: password, setting up codes, a code.
     *
     * @param acrValues what the front end asks for; empty for nothing
     */
    public Session signIn(String client, String redirect, String acrValues) {
        var verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        var asked = new HashMap<>(Map.of(
                "client_id",
                client,
                "redirect_uri",
                redirect,
                "response_type",
                "code",
                "scope",
                "openid",
                "code_challenge_method",
                "S256",
                "code_challenge",
                challenge(verifier)));
        if (!acrValues.isEmpty()) {
            asked.put("acr_values", acrValues);
        }
        var codesBefore = phone.made();
        var answer = call(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/auth?" + query(asked))));
        for (var pages = 0; pages < PAGES_AT_MOST && !leadsTo(redirect, answer); pages++) {
            answer = next(answer);
        }
        var code = parameter(answer.header("Location"), "code");
        return token(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        client,
                        "redirect_uri",
                        redirect,
                        "code",
                        code,
                        "code_verifier",
                        verifier),
                phone.made() > codesBefore);
    }

    /** As front ends do when a token has aged. */
    public Session refresh(String client, Session session) {
        return token(
                Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", session.refreshToken()),
                false);
    }

    private Answer next(Answer answer) {
        if (answer.status() == 302) {
            return call(HttpRequest.newBuilder(URI.create(answer.header("Location"))));
        }
        var page = new PageText(answer.expect(200).body());
        var fields = answersTo(page);
        return call(HttpRequest.newBuilder(URI.create(page.first(FORM).orElseThrow()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Http.form(fields)));
    }

    private Map<String, String> answersTo(PageText page) {
        if (page.html().contains("name=\"totpSecret\"")) {
            var secret = page.input("totpSecret");
            phone.scan(secret);
            return Map.of("totpSecret", secret, "totp", phone.code(), "userLabel", "phone");
        }
        if (page.html().contains("name=\"otp\"")) {
            return Map.of("otp", phone.code());
        }
        return Map.of("username", name, "password", password);
    }

    private Answer call(HttpRequest.Builder request) {
        var answer = Http.send(cookies.goWith(request));
        cookies.keepThoseOf(answer);
        return answer;
    }

    private Session token(Map<String, String> grant, boolean codeAsked) {
        var answer = Http.send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(Http.form(grant)))
                .expect(200)
                .json();
        return new Session(
                answer.get("access_token").asText(), answer.get("refresh_token").asText(), codeAsked);
    }

    private static boolean leadsTo(String redirect, Answer answer) {
        return answer.header("Location").startsWith(redirect);
    }

    private static String parameter(String address, String name) {
        return Pattern.compile("[?&]" + name + "=([^&]*)")
                .matcher(address)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not signed in, but led to '" + address + "'"));
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param codeAsked whether a one-time code was asked for on the way */
    public record Session(String accessToken, String refreshToken, boolean codeAsked) {}
}
