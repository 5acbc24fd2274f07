package uk.helpathand.platform.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What a caller reads in the head of an answer. The contract describes each once; the answers that have it point there. */
enum AnswerHeader {
    ETAG("ETag", Schema.SchemaType.STRING, "The version that is shown, for the If-Match of a change"),
    LOCATION("Location", Schema.SchemaType.STRING, "Where what was made can be read"),
    RETRY_AFTER(
            "Retry-After",
            Schema.SchemaType.INTEGER,
            "Seconds after which to call again; absent with `audit-unavailable`"),
    WWW_AUTHENTICATE(
            "WWW-Authenticate",
            Schema.SchemaType.STRING,
            "Bearer; with `sign-in-again` also which sign-in would do, as RFC 9470 has it");

    private final String header;
    private final Schema.SchemaType type;
    private final String description;

    AnswerHeader(String header, Schema.SchemaType type, String description) {
        this.header = header;
        this.type = type;
        this.description = description;
    }

    void putOn(APIResponse answer) {
        answer.addHeader(header, OASFactory.createHeader().ref(header));
    }

    void describe(Components components) {
        components.addHeader(
                header,
                OASFactory.createHeader()
                        .description(description)
                        .required(this != RETRY_AFTER)
                        .schema(OASFactory.createSchema().type(List.of(type))));
    }
}
