package uk.helpathand.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pgbench puts in for the names in its scripts. */
final class Values {

    static final Map<String, String> RECEIVING = Map.ofEntries(
            Map.entry("kind", "conversation"),
            Map.entry("en", "en"),
            Map.entry("received", "received"),
            Map.entry("code", "code"),
            Map.entry("child", "child"),
            Map.entry("none", "{}"),
            Map.entry("standard", "standard"),
            Map.entry("web", "web-child"),
            Map.entry("children", "{" + UUID.randomUUID() + "}"),
            Map.entry("yes", "yes"),
            Map.entry("owed", "enquiry"));

    static final Map<String, String> TEXTING = Map.ofEntries(
            Map.entry("kind", "conversation"),
            Map.entry("en", "en"),
            Map.entry("received", "received"),
            Map.entry("child", "child"),
            Map.entry("none", "{}"),
            Map.entry("standard", "standard"),
            Map.entry("sms", "sms"),
            Map.entry("children", "{" + UUID.randomUUID() + "}"),
            Map.entry("owed", "enquiry"),
            Map.entry("notify", "notify"),
            Map.entry("message_kind", "message"),
            Map.entry("text", "text"),
            Map.entry("sending", "sending"),
            Map.entry("ours", "+447700900900"),
            Map.entry("zero", "0"),
            Map.entry("one", "1"),
            Map.entry("links_at_most", "20"),
            Map.entry(
                    "links",
                    Stream.generate(UUID::randomUUID)
                            .limit(20)
                            .map(UUID::toString)
                            .collect(Collectors.joining(",", "{", "}"))));

    private Values() {}

    /** The first page's ids for queue.sql, one open enquiry for enquiry.sql. */
    static Map<String, String> reading(Whole whole) {
        String ids = whole.ask("casework", """
                SELECT string_agg(id::text, ',') FROM (SELECT id FROM enquiry
                    WHERE status <> 'triaged' AND status <> 'unconfirmed'
                    ORDER BY urgency_rank, received_at, id LIMIT 51) page
                """);
        var values = new HashMap<>(Map.of(
                "rank", "-1",
                "moment", "1970-01-01",
                "nobody", new UUID(0, 0).toString(),
                "zero", "0",
                "page", "51",
                "actor", new UUID(7, 7).toString(),
                "roles", "{adviser}",
                "action", "enquiry.list",
                "done", "done",
                "kind", "enquiry"));
        values.putAll(Map.of("me", new UUID(7, 7).toString(), "lead", "false", "now", "2026-11-28"));
        String[] page = ids.split(",");
        for (int i = 0; i < page.length; i++) {
            values.put("r" + (i + 1), page[i]);
        }
        values.put("ids", "{" + ids + "}");
        values.put("id", Filling.openId(1));
        values.put("one", "{" + Filling.openId(1) + "}");
        values.put("message_id", Filling.openId(1).replace("0000000e", "0000003e"));
        return values;
    }
}
