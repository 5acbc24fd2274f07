package uk.helpathand.casework.subjectaccess;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.SubjectAccessCheck;
import uk.helpathand.api.casework.SubjectAccessCheckApi;
import uk.helpathand.api.casework.SubjectAccessCopy;
import uk.helpathand.api.casework.SubjectAccessPackage;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.child.ChildMatch;
import uk.helpathand.platform.audit.Audit;

/**
 * See {@link SubjectAccessCheckApi}. A program asks, not somebody of the team: so restrictions do not hide a child, and nothing leaves
 * but what a lead has released, as it stood when they did.
 */
@RolesAllowed(Role.SUBJECT_ACCESS)
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class SubjectAccessCheckResource implements SubjectAccessCheckApi {

    private static final String SUBJECT = "child";

    /** No status of HTTP; of services that are asked in this way: "I do not know people by this". */
    private static final int NOT_LOOKED_UP_BY_THAT = 209;

    @Inject
    ChildMatch children;

    @Inject
    Packages packages;

    @Inject
    HeldElsewhereClient elsewhere;

    @Inject
    Audit audit;

    /** Whom it is about, and which conversations contact-service is asked for. */
    private record Meant(UUID requestId, List<UUID> conversations) {}

    @Override
    public Response check(SubjectAccessCheck asked) {
        if (asked.name() == null || asked.name().isBlank() || asked.dateOfBirth() == null) {
            return Response.status(NOT_LOOKED_UP_BY_THAT).build();
        }
        Meant meant = QuarkusTransaction.requiringNew().call(() -> find(asked));
        if (meant == null) {
            return Response.noContent().build();
        }
        if (meant.requestId == null) {
            throw ProblemType.SUBJECT_ACCESS_NEEDS_PERSON.exception();
        }
        var held = elsewhere.of(meant.conversations);
        return Response.ok(QuarkusTransaction.requiringNew().call(() -> {
                    packages.atOneMoment();
                    var request = SubjectAccess.get(meant.requestId);
                    if (packages.isChangedSince(request.childId, request.closedAt)) {
                        throw ProblemType.SUBJECT_ACCESS_NEEDS_PERSON.exception();
                    }
                    SubjectAccessPackage built =
                            packages.build(request, held, SubjectAccessCopy.CHILD, request.closedAt);
                    audit.done("child.export", SUBJECT, List.of(request.childId));
                    return built;
                }))
                .build();
    }

    /** Null for nobody; without a request where a person has to look. */
    private Meant find(SubjectAccessCheck asked) {
        ChildMatch.Found found = children.of(asked.name(), asked.dateOfBirth());
        audit.searched(
                "child.search",
                SUBJECT,
                found.all(),
                asked.name().strip().toLowerCase(Locale.ROOT) + "\n" + asked.dateOfBirth());
        if (found.all().isEmpty()) {
            return null;
        }
        return found.only()
                .flatMap(SubjectAccess::released)
                .map(request -> new Meant(request.id, packages.conversations(request.childId)))
                .orElse(new Meant(null, List.of()));
    }
}
