package uk.helpathand.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;

/** Where a rule of the contract is broken. */
final class Violations {

    private Violations() {}

    /** The body's part of its path as an RFC 6901 pointer; for another parameter its name. */
    static String pointer(ConstraintViolation<?> violation) {
        var parts = new ArrayList<String>();
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE, BEAN -> {}
                case PARAMETER -> parts.add(node.getName());
                default -> {
                    if (node.getIndex() != null) {
                        parts.add(String.valueOf(node.getIndex()));
                    }
                    if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                        parts.add(node.getName());
                    }
                }
            }
        }
        if (parts.size() < 2) {
            return parts.isEmpty() || isBody(violation) ? "" : parts.get(0);
        }
        return "/" + String.join("/", parts.subList(1, parts.size()));
    }

    /** Of all parameters only a body must be there, and what we call it in Java is nobody's business. */
    private static boolean isBody(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
    }
}
