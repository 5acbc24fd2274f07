package uk.helpathand.casework.child;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.ChildApi;
import uk.helpathand.api.casework.ChildPatch;
import uk.helpathand.api.casework.ChildView;
import uk.helpathand.api.casework.FoundChild;
import uk.helpathand.api.casework.SearchChildren;
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
    Children children;

    @Inject
    ChildSearch search;

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
        children.patch(child, patch, cipher);
        return seen(child, cipher, "child.change");
    }

    @Override
    public Page<FoundChild> search(SearchChildren wanted) {
        Page<FoundChild> page = search.search(wanted);
        audit.searched(
                "child.search",
                "child",
                page.items().stream().map(FoundChild::id).toList(),
                wanted.name().strip().toLowerCase(Locale.ROOT) + "\n" + wanted.dateOfBirth());
        return page;
    }

    private ChildView seen(Child child, SubjectCipher cipher, String action) {
        Child.flush();
        audit.done(action, "child", List.of(child.id));
        preconditions.etag(child.version);
        return child.toView(cipher);
    }
}
