package uk.helpathand.platform.problem;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.helpathand.api.WireName;
import uk.helpathand.api.problem.Problem.FieldError;

/**
 * Where a body that is JSON is not the JSON an address takes, in names of the contract only: what somebody wrote, a name as
 * much as a value, may be personal and is not repeated.
 */
final class BodyFaults {

    private BodyFaults() {}

    /** One at most: the parser goes no further. */
    static List<FieldError> of(MismatchedInputException e) {
        if (e.getPath().isEmpty()) {
            return List.of();
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            var above = e.getPath().subList(0, e.getPath().size() - 1);
            return List.of(new FieldError(pointer(above), "has a name that is not known here; " + known(unknown)));
        }
        return List.of(new FieldError(pointer(e.getPath()), right(e)));
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds() == null
                ? "none is"
                : e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
                        + " are";
    }

    private static String right(MismatchedInputException e) {
        Class<?> target = e.getTargetType();
        return e instanceof InvalidFormatException && target != null && WireName.class.isAssignableFrom(target)
                ? "must be one of "
                        + Arrays.stream(target.getEnumConstants())
                                .map(constant -> ((WireName) constant).wire())
                                .collect(Collectors.joining(", "))
                : "is not of the right form";
    }

    /** As far as the names are ours: a key of a map is not. */
    private static String pointer(List<Reference> path) {
        var parts = new ArrayList<String>();
        for (Reference step : path) {
            if (step.getFrom() instanceof Map || step.getFieldName() == null && step.getIndex() < 0) {
                break;
            }
            parts.add(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName());
        }
        return parts.stream().map(part -> "/" + part).collect(Collectors.joining());
    }
}
