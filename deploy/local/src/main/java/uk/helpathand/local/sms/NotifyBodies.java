package uk.helpathand.local.sms;

import java.util.Map;

/** What Notify says about a text: field for field as in STANDARDS.md §1.1. */
final class NotifyBodies {

    private static final int TEMPLATE_VERSION = 1;

    private NotifyBodies() {}

    /** Answer to a send. */
    static Map<String, Object> accepted(Text text, String root) {
        var service = (NotifyNumber) text.service();
        return Json.of(
                "id", text.id(),
                "reference", text.reference(),
                "content", Json.of("body", text.body(), "from_number", Numbers.national(service.number())),
                "uri", root + "/v2/notifications/" + text.id(),
                "template", template(service, root),
                "scheduled_for", null);
    }

    /** What a look-up shows. */
    static Map<String, Object> notification(Text text, String root) {
        var fields = Json.of(
                "id", text.id(),
                "reference", text.reference(),
                "email_address", null,
                "phone_number", text.phone(),
                "type", "sms",
                "status", text.state().atNotify(),
                "template", template((NotifyNumber) text.service(), root),
                "body", text.body(),
                "subject", null,
                "created_at", Times.notify(text.at()),
                "created_by_name", null,
                "sent_at", text.state() == TextState.QUEUED ? null : Times.notify(text.updatedAt()));
        fields.put("completed_at", text.state().isFinal() ? Times.notify(text.updatedAt()) : null);
        for (var i = 1; i <= 7; i++) {
            fields.put(i < 7 ? "line_" + i : "postcode", null);
        }
        fields.put("scheduled_for", null);
        fields.put("postage", null);
        return fields;
    }

    /** A received text in the list: other names than in the callback. */
    static Map<String, Object> listed(Text text) {
        var service = (NotifyNumber) text.service();
        return Json.of(
                "id", text.id(),
                "created_at", Times.notify(text.at()),
                "service_id", service.serviceId(),
                "notify_number", Numbers.national(service.number()),
                "user_number", Numbers.withoutPlus(text.phone()),
                "content", text.body());
    }

    /** A received text in its callback. */
    static Map<String, Object> received(Text text) {
        return Json.of(
                "id", text.id(),
                "source_number", Numbers.withoutPlus(text.phone()),
                "destination_number", Numbers.national(text.service().number()),
                "message", text.body(),
                "date_received", Times.notify(text.at()));
    }

    static Map<String, Object> receipt(Text text, String status) {
        return Json.of(
                "id", text.id(),
                "reference", text.reference(),
                "to", text.phone(),
                "status", status,
                "created_at", Times.notify(text.at()),
                "completed_at", Times.notify(text.updatedAt()),
                "sent_at", Times.notify(text.updatedAt()),
                "notification_type", "sms",
                "template_id", ((NotifyNumber) text.service()).templateId(),
                "template_version", TEMPLATE_VERSION);
    }

    private static Map<String, Object> template(NotifyNumber service, String root) {
        return Json.of(
                "id",
                service.templateId(),
                "version",
                TEMPLATE_VERSION,
                "uri",
                root + "/services/" + service.serviceId() + "/templates/" + service.templateId());
    }
}
