package uk.helpathand.casework.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import uk.helpathand.casework.conversation.SharedText;
import uk.helpathand.platform.crypto.SubjectCipher;

/** What was told after an enquiry was sent, field by field, for those who have to take one child out of it. */
public final class DetailTexts {

    private DetailTexts() {}

    /** The first sending first. Within the caller's transaction. */
    public static List<SharedText> of(UUID enquiryId, SubjectCipher cipher) {
        return EnquiryDetails.<EnquiryDetails>list("enquiryId = ?1 order by receivedAt, id", enquiryId).stream()
                .flatMap(row -> texts(row, cipher))
                .toList();
    }

    private static Stream<SharedText> texts(EnquiryDetails row, SubjectCipher cipher) {
        var view = row.toView(cipher);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", view.name());
        fields.put("age", view.age());
        fields.put("council", view.council());
        fields.put("lives_in", view.livesIn());
        fields.put("helped_by", view.helpedBy());
        fields.put("language", view.language());
        fields.put("needs", view.needs());
        return fields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> SharedText.lasting(
                        "details " + row.id + " " + field.getKey().replace('_', '-'),
                        "enquiry_details." + field.getKey(),
                        row.id,
                        true,
                        field.getValue()));
    }
}
