package uk.helpathand.casework.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Referral.ReferredChild;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.StorableTree;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;

/**
 * What adults said, at rest. The enquiry's own part stays under the enquiry's key. A child's block moves under the child's
 * key with triage, so that forgetting a child forgets what an adult said about them too. Within the caller's transaction.
 */
@ApplicationScoped
class Referrals {

    private static final String OWN = "enquiry.referral";
    private static final String BLOCK = "enquiry_child.referral";

    @Inject
    DataKeys dataKeys;

    @Inject
    ObjectMapper json;

    /** With every text as JSON and PostgreSQL can hold it. */
    Referral storable(Referral sent) {
        return sent == null ? null : json.convertValue(StorableTree.of(tree(sent)), Referral.class);
    }

    /**
     * The same text for the same content whatever the release: names in order, nothing that is absent or empty, so that a
     * field added later cannot make a conflict.
     */
    String stable(Referral storable) {
        return stable(tree(storable));
    }

    private JsonNode tree(Referral referral) {
        return json.valueToTree(referral);
    }

    private static String stable(JsonNode value) {
        if (value.isArray()) {
            var elements = new StringBuilder("[");
            value.forEach(element -> elements.append(stable(element)).append(','));
            return elements.append(']').toString();
        }
        if (value.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            value.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .filter(field ->
                            field.getValue().isValueNode() || !field.getValue().isEmpty())
                    .forEach(field -> fields.put(field.getKey(), stable(field.getValue())));
            return fields.toString();
        }
        return value.toString();
    }

    /** The enquiry's own part, ready to be stored; null for a child who writes. */
    byte[] own(UUID enquiryId, Referral storable, SubjectCipher cipher) {
        if (storable == null) {
            return null;
        }
        var own = new Referral(storable.referrer(), List.of(), storable.themes(), storable.events(), storable.tried());
        return cipher.encrypt(write(own), OWN, enquiryId);
    }

    /** The enquiry's own part, as it stands. */
    Referral own(UUID enquiryId, byte[] sealed) {
        return read(dataKeys.open(SubjectKind.ENQUIRY, enquiryId).decrypt(sealed, OWN, enquiryId), Referral.class);
    }

    /** The enquiry's own part, rewritten by people. */
    byte[] seal(UUID enquiryId, Referral own) {
        return dataKeys.open(SubjectKind.ENQUIRY, enquiryId).encrypt(write(own), OWN, enquiryId);
    }

    /** The block of each child of the enquiry, ready to be stored. */
    Map<UUID, byte[]> blocks(Referral storable, SubjectCipher cipher) {
        return storable == null
                ? Map.of()
                : storable.children().stream()
                        .collect(Collectors.toMap(
                                ReferredChild::enquiryChildId,
                                child -> cipher.encrypt(write(child), BLOCK, child.enquiryChildId()),
                                (first, again) -> first));
    }

    /** Whole, whatever has been decided since; null for a child who writes. */
    Referral of(Enquiry enquiry) {
        if (enquiry.referral == null) {
            return null;
        }
        Referral own = own(enquiry.id, enquiry.referral);
        List<ReferredChild> children = EnquiryChild.ofEnquiry(enquiry.id).stream()
                .map(this::block)
                .filter(Objects::nonNull)
                .toList();
        return new Referral(own.referrer(), children, own.themes(), own.events(), own.tried());
    }

    /** The child's name as the adult gave it; null when nobody has said. */
    String nameOf(EnquiryChild child) {
        ReferredChild block = block(child);
        return block == null ? null : block.name();
    }

    /** A person has decided who the child is: what was said about them goes under that child's key. */
    void become(EnquiryChild child, UUID childId) {
        if (child.referral != null && !childId.equals(child.childId)) {
            String block = keyOf(child).decrypt(child.referral, BLOCK, child.id);
            child.referral = dataKeys.open(SubjectKind.CHILD, childId).encrypt(block, BLOCK, child.id);
        }
        child.childId = childId;
    }

    private ReferredChild block(EnquiryChild child) {
        return child.referral == null
                ? null
                : read(keyOf(child).decrypt(child.referral, BLOCK, child.id), ReferredChild.class);
    }

    private SubjectCipher keyOf(EnquiryChild child) {
        return child.childId == null
                ? dataKeys.open(SubjectKind.ENQUIRY, child.enquiryId)
                : dataKeys.open(SubjectKind.CHILD, child.childId);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a referral cannot be written", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            // Its message may hold what somebody wrote.
            throw new IllegalStateException("a referral cannot be read");
        }
    }
}
