package uk.helpathand.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One visit of one browser to {@code /ask}: fetches the form, sends it, reads the return code. */
final class AskPage {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"?([^\"\\s>]*)");
    private static final Pattern CODE =
            Pattern.compile("<(\\w+)[^>]*\\sdata-return-code\\b[^>]*>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final Visit visit;

    AskPage(URI contact) {
        visit = new Visit(contact);
    }

    /** Returns the code by which the child comes back. */
    String send(JsonNode enquiry) {
        String form = visit.get("/ask");
        return returnCode(visit.get(visit.post("/ask", body(enquiry, formToken(form)))));
    }

    static String formToken(String page) {
        return INPUT.matcher(page)
                .results()
                .map(input -> input.group())
                .filter(input -> input.contains("name=\"formToken\"") || input.contains("name=formToken"))
                .flatMap(input -> VALUE.matcher(input).results())
                .map(value -> value.group(1))
                .findFirst()
                .orElseThrow(() -> Trouble.failed("The page /ask has no formToken."));
    }

    static String returnCode(String page) {
        return CODE.matcher(page)
                .results()
                .map(element -> TAG.matcher(element.group(2)).replaceAll(" "))
                .map(words -> words.strip().replaceAll("\\s+", " "))
                .findFirst()
                .orElseThrow(() -> Trouble.failed("The page /sent shows no return code."));
    }

    static String body(JsonNode enquiry, String formToken) {
        var fields = fields(enquiry);
        fields.add("formToken=" + URLEncoder.encode(formToken, UTF_8));
        return String.join("&", fields);
    }

    /** Each field as a form sends it. */
    static List<String> fields(JsonNode form) {
        var fields = new ArrayList<String>();
        form.properties().forEach(property -> {
            for (var value : values(property.getValue())) {
                fields.add(property.getKey() + "=" + URLEncoder.encode(value, UTF_8));
            }
        });
        return fields;
    }

    private static List<String> values(JsonNode value) {
        var values = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(element -> values.add(element.asText()));
        } else {
            values.add(value.asText());
        }
        return values;
    }
}
