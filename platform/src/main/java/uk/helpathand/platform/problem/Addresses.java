package uk.helpathand.platform.problem;

import io.quarkus.arc.Arc;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What addresses there are, as the resources of this service declare them. */
@ApplicationScoped
class Addresses {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** None of ours is as deep. */
    private static final int DEEPEST = 8;

    private final Set<String> words = new HashSet<>();
    private final Map<String, Set<String>> methods = new HashMap<>();

    @PostConstruct
    void read() {
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(bean -> Stream.<Class<?>>concat(
                        Stream.of(bean.getBeanClass()),
                        Arrays.stream(bean.getBeanClass().getInterfaces())))
                .filter(type -> type.isAnnotationPresent(Path.class))
                .forEach(type -> Arrays.stream(type.getMethods()).forEach(method -> read(type, method)));
    }

    private void read(Class<?> type, Method method) {
        Set<String> verbs = Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .collect(Collectors.toSet());
        if (verbs.isEmpty()) {
            return;
        }
        List<String> parts = Stream.of(type.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(Objects::nonNull)
                .flatMap(path -> Arrays.stream(path.value().split("/")))
                .filter(part -> !part.isEmpty())
                .toList();
        parts.stream().filter(part -> !part.startsWith("{")).forEach(words::add);
        String pattern = parts.stream()
                .map(part -> part.startsWith("{") ? "/[^/]+" : "/" + Pattern.quote(part))
                .collect(Collectors.joining());
        methods.computeIfAbsent(pattern, each -> new TreeSet<>()).addAll(verbs);
    }

    /**
     * As it may stand in the audit, where nothing is ever taken out: words of our own addresses, {@code {id}} for an id,
     * {@code {?}} for whatever else somebody wrote there. It may be a child's name.
     *
     * @param path as it was called, with nothing decoded
     */
    String withoutWordsOfPeople(String path) {
        return Arrays.stream(path.split("/", DEEPEST + 1))
                .map(part -> part.isEmpty() || words.contains(part)
                        ? part
                        : ID.matcher(part).matches() ? "{id}" : "{?}")
                .collect(Collectors.joining("/"));
    }

    /** What may be called there, for {@code Allow}; empty for no address of ours. */
    String methodsAt(String path) {
        return methods.entrySet().stream()
                .filter(address -> path.matches(address.getKey()))
                .flatMap(address -> address.getValue().stream())
                .flatMap(verb -> verb.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(verb))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
