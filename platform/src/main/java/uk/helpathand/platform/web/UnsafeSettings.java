package uk.helpathand.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Settings that production must not have, as far as they can be told from the settings alone. No value is ever repeated. */
final class UnsafeSettings {

    private static final int SHORTEST_SECRET = 12;
    private static final Set<String> KNOWN = Set.of("password", "postgres", "local-only", "changeme", "change-me");
    private static final List<String> SECRETS =
            List.of("quarkus.datasource.password", "quarkus.oidc-client.credentials.secret");

    /** What another program proves itself with at our door, or we at its. Notify itself takes none under ten characters. */
    private static final Pattern TOKENS = Pattern.compile("helpathand\\..+\\.(tokens|auth-tokens|api-key)");

    private static final int SHORTEST_TOKEN = 10;

    private static final Pattern REMOTE_URL =
            Pattern.compile("quarkus\\.(oidc\\.auth-server-url|oidc-client\\.auth-server-url|rest-client\\..+\\.url)"
                    + "|helpathand\\.(?!db\\.).+\\.(url|public-url|directory-url|leave-to)");

    /** Hosts that are this machine, or can never be anybody's (RFC 2606): a simulator, a sample, a fake. */
    private static final Pattern NOBODYS_HOST = Pattern.compile(
            "localhost|127\\..*|0\\.0\\.0\\.0|\\[.*|(.+\\.)?(test|example|invalid|localhost)|(.+\\.)?example\\.(com|org|net)");

    private static final Pattern THIS_MACHINE = Pattern.compile("http://(localhost|127\\.[0-9.]+)(:\\d+)?/.*");

    private static final Pattern TRUSTS_ALL = Pattern.compile("quarkus\\.(.+\\.)?trust-all");
    private static final Pattern VERIFIES =
            Pattern.compile("quarkus\\..+\\.(verify-host|tls\\.verification|hostname-verification-algorithm)");
    private static final Set<String> NOTHING_VERIFIED = Set.of("false", "none", "certificate-validation");
    private static final Pattern LOG_LEVEL = Pattern.compile("quarkus\\.log\\.(category\\..+\\.)?level");
    private static final Pattern TELLS_VALUES = Pattern.compile("quarkus\\.(http|management)\\.access-log\\.enabled"
            + "|quarkus\\.hibernate-orm\\.log\\.(sql|bind-param(eters)?)");
    private static final Set<String> TALKATIVE = Set.of("debug", "trace", "all", "fine", "finer", "finest");
    private static final Pattern ANY_SSLMODE = Pattern.compile("[?&]sslmode=([^&]*)");
    private static final String DRIVER = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    private final Config config;
    private final List<String> faults = new ArrayList<>();

    private UnsafeSettings(Config config) {
        this.config = config;
    }

    /** What is wrong, in words for the operator; empty when nothing is. */
    static List<String> in(Config config) {
        var settings = new UnsafeSettings(config);
        settings.addresses();
        settings.collector();
        settings.secrets();
        settings.database();
        settings.mail();
        settings.certificates();
        settings.tokens();
        settings.logs();
        settings.doors();
        settings.audit();
        return settings.faults;
    }

    private void addresses() {
        each(REMOTE_URL, url -> !url.startsWith("https:"), "must be https");
        each(REMOTE_URL, url -> url.startsWith("https:") && isNobodys(url), "must not be this machine or a sample");
    }

    /** When a child wrote, and to whom, is told in ids; a collector beside the service needs no certificate. */
    private void collector() {
        String url = value("helpathand.traces.endpoint");
        if (!url.isEmpty()
                && !url.startsWith("https:")
                && !THIS_MACHINE.matcher(url).matches()) {
            faults.add("helpathand.traces.endpoint must be https, or on this machine");
        }
    }

    private static boolean isNobodys(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null
                    || NOBODYS_HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
        } catch (URISyntaxException e) {
            return true;
        }
    }

    private void secrets() {
        names(TOKENS)
                .filter(name -> config.getOptionalValues(name, String.class).orElse(List.of()).stream()
                        .map(String::strip)
                        .anyMatch(token -> token.length() < SHORTEST_TOKEN || KNOWN.contains(token)))
                .forEach(name -> faults.add(name + " must be secrets of their own, 10 characters or more"));
        SECRETS.stream()
                .filter(name -> value(name).length() < SHORTEST_SECRET || KNOWN.contains(value(name)))
                .forEach(name -> faults.add(name + " must be a secret of its own, 12 characters or more"));
    }

    /** Encrypted, to the server that the certificate names; the certificate must be checked by whoever issued it. */
    private void database() {
        String url = value("quarkus.datasource.jdbc.url");
        List<String> modes = Stream.concat(
                        ANY_SSLMODE.matcher(url).results().map(mode -> mode.group(1)),
                        Stream.of(value(DRIVER + "sslmode")).filter(mode -> !mode.isEmpty()))
                .toList();
        if (modes.isEmpty() || !modes.stream().allMatch("verify-full"::equals)) {
            faults.add("quarkus.datasource.jdbc.url must say sslmode=verify-full and nothing else");
        }
        if (url.contains("NonValidating") || value(DRIVER + "sslfactory").contains("NonValidating")) {
            faults.add("quarkus.datasource.jdbc.url must not name a factory that validates nothing");
        }
        if (Set.of("postgres", "root", "owner").contains(value("quarkus.datasource.username"))) {
            faults.add("quarkus.datasource.username must be the application's role");
        }
    }

    private void mail() {
        if (value("quarkus.mailer.host").isEmpty()) {
            return;
        }
        if (is("quarkus.mailer.mock")) {
            faults.add("quarkus.mailer.mock must be off: nothing would be sent");
        }
        if (!is("quarkus.mailer.tls")
                && !is("quarkus.mailer.ssl")
                && !value("quarkus.mailer.start-tls").equalsIgnoreCase("REQUIRED")) {
            faults.add("quarkus.mailer.start-tls must be REQUIRED");
        }
    }

    private void certificates() {
        each(TRUSTS_ALL, "true"::equalsIgnoreCase, "must be off");
        each(VERIFIES, how -> NOTHING_VERIFIED.contains(how.toLowerCase(Locale.ROOT)), "must verify the host");
    }

    private void tokens() {
        for (String name : List.of("issuer", "audience")) {
            String value = value("quarkus.oidc.token." + name);
            if (value.isBlank() || List.of(value.split(",")).contains("any")) {
                faults.add("quarkus.oidc.token." + name + " must be one that is known");
            }
        }
        if (!value("quarkus.oidc.token.token-type").equals("Bearer")) {
            faults.add("quarkus.oidc.token.token-type must be Bearer, or an ID token opens everything");
        }
        if (value("quarkus.oidc.token.signature-algorithm")
                .toLowerCase(Locale.ROOT)
                .startsWith("hs")) {
            faults.add("quarkus.oidc.token.signature-algorithm must not be one with a shared secret");
        }
        if (!value("quarkus.oidc.public-key").isEmpty()) {
            faults.add("quarkus.oidc.public-key must be left to the realm");
        }
        if (value("helpathand.access.acr").isEmpty()) {
            faults.add("helpathand.access.acr must say what counts as two factors, or a password opens everything");
        }
        if (value("quarkus.oidc.tenant-enabled").equals("false")) {
            faults.add("quarkus.oidc.tenant-enabled must be on");
        }
    }

    /** Addresses of children, and what they write, stand in such logs. */
    private void logs() {
        each(LOG_LEVEL, level -> TALKATIVE.contains(level.toLowerCase(Locale.ROOT)), "must not tell that much");
        each(TELLS_VALUES, "true"::equalsIgnoreCase, "must be off");
        each(
                Pattern.compile("quarkus\\.rest-client\\.(.+\\.)?logging\\.scope"),
                scope -> !scope.equalsIgnoreCase("none"),
                "must be none");
        if (!value(DRIVER + "logServerErrorDetail").equals("false")) {
            faults.add(DRIVER + "logServerErrorDetail must be false: it quotes values");
        }
    }

    private void doors() {
        boolean forwarded = is("quarkus.http.proxy.proxy-address-forwarding")
                || is("quarkus.http.proxy.allow-forwarded")
                || is("quarkus.http.proxy.allow-x-forwarded");
        if (forwarded && value("quarkus.http.proxy.trusted-proxies").isBlank()) {
            faults.add("quarkus.http.proxy.trusted-proxies must name who may say where a call came from");
        }
        List<String> origins = config.getOptionalValues("quarkus.http.cors.origins", String.class)
                .orElse(List.of());
        if (origins.stream().map(String::strip).anyMatch(origin -> Set.of("*", "/.*/")
                .contains(origin))) {
            faults.add("quarkus.http.cors.origins must name them");
        }
        if (value("helpathand.outbox.relay").equals("false")) {
            faults.add("helpathand.outbox.relay must be on: nothing would be handed over");
        }
    }

    private void audit() {
        if (value("helpathand.audit.anchor-file").isEmpty()) {
            faults.add("helpathand.audit.anchor-file must be set: without it a truncated audit is not found");
        }
        if (value("helpathand.audit.seal-every").equals("off")) {
            faults.add("helpathand.audit.seal-every must not be off");
        }
    }

    private void each(Pattern pattern, Predicate<String> isWrong, String fault) {
        names(pattern)
                .filter(name -> !value(name).isEmpty() && isWrong.test(value(name)))
                .forEach(name -> faults.add(name + " " + fault));
    }

    private boolean is(String name) {
        return value(name).equalsIgnoreCase("true");
    }

    /** Empty where nothing is set. Never the key of another place: quotes in names are taken away. */
    private String value(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).orElse("");
    }

    private Stream<String> names(Pattern pattern) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> pattern.matcher(name.replace("\"", "")).matches())
                .sorted()
                .distinct();
    }
}
