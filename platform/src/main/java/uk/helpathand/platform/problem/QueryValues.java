package uk.helpathand.platform.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.helpathand.api.WireName;
import uk.helpathand.api.problem.Problem.FieldError;

/**
 * Which value of a query string cannot be read. JAX-RS answers it with 404, as if there were no such address, and whoever builds
 * a front end would look for their fault there.
 */
final class QueryValues {

    private QueryValues() {}

    /** The first of them, with what would be right; nothing where all can be read. */
    static Optional<FieldError> unreadable(ResourceInfo called, MultivaluedMap<String, String> query) {
        return called == null || called.getResourceMethod() == null
                ? Optional.empty()
                : declarations(called.getResourceClass(), called.getResourceMethod())
                        .flatMap(method -> Arrays.stream(method.getParameters()))
                        .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                        .flatMap(parameter -> unreadable(parameter, query))
                        .findFirst();
    }

    /** Parameters are annotated where the contract stands: at an interface. */
    private static Stream<Method> declarations(Class<?> resource, Method called) {
        return Stream.<Class<?>>iterate(resource, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces())))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(called.getName())
                        && Arrays.equals(method.getParameterTypes(), called.getParameterTypes()));
    }

    private static Stream<FieldError> unreadable(Parameter parameter, MultivaluedMap<String, String> query) {
        String name = parameter.getAnnotation(QueryParam.class).value();
        String value = query.getFirst(name);
        String right = value == null ? null : right(parameter.getType(), value);
        return right == null ? Stream.empty() : Stream.of(new FieldError(name, right));
    }

    /** What it has to be; null where it is. The value is not repeated. */
    private static String right(Class<?> type, String value) {
        try {
            if (WireName.class.isAssignableFrom(type)) {
                return Arrays.stream(type.getEnumConstants())
                                .map(WireName.class::cast)
                                .anyMatch(constant -> constant.wire().equals(value))
                        ? null
                        : "must be one of " + names(type);
            } else if (type == boolean.class || type == Boolean.class) {
                TrueOrFalse.parse(value);
            } else if (type == int.class) {
                Integer.parseInt(value);
            } else if (type == long.class) {
                Long.parseLong(value);
            } else if (type == UUID.class) {
                UUID.fromString(value);
            } else if (type == LocalDate.class) {
                LocalDate.parse(value);
            } else if (type == Instant.class) {
                Instant.parse(value);
            }
            return null;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return "must be " + form(type);
        }
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((WireName) constant).wire())
                .collect(Collectors.joining(", "));
    }

    private static String form(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive()) {
            return "a whole number";
        }
        if (type == UUID.class) {
            return "an id";
        }
        return type == LocalDate.class ? "a day as 2026-01-31" : "a time as 2026-01-31T12:00:00Z";
    }
}
