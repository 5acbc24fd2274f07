package uk.helpathand.platform.problem;

import io.quarkus.arc.Arc;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address as it may stand in the audit, where nothing is ever taken out: words of our own addresses, {@code {id}} for an id,
 * {@code {?}} for whatever else somebody wrote there. It may be a child's name.
 */
@ApplicationScoped
class Addresses {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** None of ours is as deep. */
    private static final int DEEPEST = 8;

    private final Set<String> words = new HashSet<>();

    @PostConstruct
    void read() {
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(bean -> Stream.<Class<?>>concat(
                        Stream.of(bean.getBeanClass()),
                        Arrays.stream(bean.getBeanClass().getInterfaces())))
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.<AnnotatedElement>concat(Stream.of(type), Arrays.stream(type.getMethods())))
                .filter(place -> place.isAnnotationPresent(Path.class))
                .flatMap(place ->
                        Arrays.stream(place.getAnnotation(Path.class).value().split("/")))
                .filter(word -> !word.startsWith("{"))
                .forEach(words::add);
    }

    /** @param path as it was called, with nothing decoded */
    String withoutWordsOfPeople(String path) {
        return Arrays.stream(path.split("/", DEEPEST + 1))
                .map(part -> words.contains(part) ? part : ID.matcher(part).matches() ? "{id}" : "{?}")
                .collect(Collectors.joining("/"));
    }
}
