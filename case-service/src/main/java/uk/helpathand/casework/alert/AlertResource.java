package uk.helpathand.casework.alert;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.AlertApi;
import uk.helpathand.api.casework.AlertView;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.web.Cursor;

/** See {@link AlertApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class AlertResource implements AlertApi {

    @Inject
    Rota rota;

    @Inject
    Access access;

    @Inject
    Audit audit;

    @Override
    public Page<AlertView> list(String after, int limit) {
        List<Alert> rows = Alert.open(access, Cursor.parseAt(after), limit + 1);
        Map<UUID, Conversation> conversations =
                Conversation.ofEnquiries(rows.stream()
                                .map(row -> row.enquiryId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(toMap(conversation -> conversation.enquiryId, identity()));
        audit.done("alert.list", "alert", rows.stream().map(row -> row.id).toList());
        return Cursor.page(
                rows, limit, row -> row.toView(conversations.get(row.enquiryId), rota), last -> new Cursor.At(
                                last.dueAt, last.id)
                        .encode());
    }
}
