package uk.helpathand.casework.child;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.ChildApi;
import uk.helpathand.api.casework.ChildPatch;
import uk.helpathand.api.casework.ChildView;
import uk.helpathand.casework.access.Access;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.web.Preconditions;

/** See {@link ChildApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class ChildResource implements ChildApi {

    @Inject
    DataKeys dataKeys;

    @Inject
    Preconditions preconditions;

    @Inject
    Access access;

    @Inject
    Audit audit;

    @Override
    public ChildView get(UUID id) {
        access.requireChild(id);
        var child = Child.get(id);
        return seen(child, dataKeys.open(SubjectKind.CHILD, id), "child.read");
    }

    @Override
    public ChildView patch(UUID id, String ifMatch, ChildPatch patch) {
        access.requireChild(id);
        var child = Child.get(id);
        SubjectCipher cipher = dataKeys.open(SubjectKind.CHILD, id);
        preconditions.require(ifMatch, child.version, child.differences(patch, cipher));
        child.patch(patch, cipher);
        return seen(child, cipher, "child.change");
    }

    private ChildView seen(Child child, SubjectCipher cipher, String action) {
        Child.flush();
        audit.done(action, "child", List.of(child.id));
        preconditions.etag(child.version);
        return child.toView(cipher);
    }
}
