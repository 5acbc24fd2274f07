package uk.helpathand.casework.codes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.CodeListApi;
import uk.helpathand.api.casework.CodeListView;
import uk.helpathand.api.casework.CodeListView.CodeView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.codes.Code;
import uk.helpathand.platform.codes.CodeLists;
import uk.helpathand.platform.web.Preconditions;

/** See {@link CodeListApi}. Nobody's data: no audit row. */
@RolesAllowed({Role.ADVISER, Role.LEAD, Role.ANALYST, Role.AUDITOR, Role.ADMINISTRATOR})
public class CodeListResource implements CodeListApi {

    @Inject
    CodeLists lists;

    @Inject
    Preconditions preconditions;

    @Override
    public CodeListView get(String list) {
        var known = lists.find(list).orElseThrow(ProblemType.NOT_FOUND::exception);
        var view = new CodeListView(
                known.name(), known.codes().stream().map(CodeListResource::view).toList());
        preconditions.etag(Integer.toUnsignedLong(view.hashCode()));
        return view;
    }

    private static CodeView view(Code code) {
        return new CodeView(
                code.code(),
                code.parent(),
                code.label(),
                code.plain(),
                code.validFrom(),
                code.validTo(),
                code.replacedBy());
    }
}
