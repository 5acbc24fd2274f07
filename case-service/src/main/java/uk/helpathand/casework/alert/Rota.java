package uk.helpathand.casework.alert;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.helpathand.casework.alert.AlertConfig.Person;
import uk.helpathand.casework.alert.AlertConfig.Slot;
import uk.helpathand.platform.time.Clocks;

/** Who is called at which hour. The service does not start when there is an hour with nobody. */
@Startup
@Singleton
class Rota {

    private final List<Slot> slots;
    private final List<Person> otherwise;

    @Inject
    Rota(AlertConfig config) {
        slots = config.slots();
        otherwise = config.otherwise();
        boolean anyEmpty = Stream.concat(Stream.of(otherwise), slots.stream().map(Slot::people))
                .anyMatch(List::isEmpty);
        if (anyEmpty) {
            throw new IllegalStateException("The rota has an hour with nobody: give each of helpathand.alerts.slots and"
                    + " helpathand.alerts.otherwise at least one person");
        }
    }

    /**
     * The first person of the hour who was called least often: the first at first, then the next, and after the last the first
     * again. Where the hour of others has begun meanwhile, whoever has just come before who was called already.
     *
     * @param called names, by this alarm
     */
    Person next(List<String> called, Instant at) {
        return people(at.atZone(Clocks.LONDON)).stream()
                .min(Comparator.comparingInt(person -> Collections.frequency(called, person.name())))
                .orElseThrow();
    }

    /** Whoever was called by that name at that hour. */
    Person person(String name, Instant at) {
        return people(at.atZone(Clocks.LONDON)).stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseGet(() -> next(List.of(), at));
    }

    /** Whoever it would be if all steps were of that hour. */
    Person expected(int step, Instant at) {
        List<Person> people = people(at.atZone(Clocks.LONDON));
        return people.get(step % people.size());
    }

    private List<Person> people(ZonedDateTime at) {
        return slots.stream()
                .filter(slot -> holds(slot, at))
                .findFirst()
                .map(Slot::people)
                .orElse(otherwise);
    }

    private static boolean holds(Slot slot, ZonedDateTime at) {
        LocalTime hour = at.toLocalTime();
        boolean today = slot.days().contains(at.getDayOfWeek());
        if (slot.from().isBefore(slot.to())) {
            return today && !hour.isBefore(slot.from()) && hour.isBefore(slot.to());
        }
        boolean sinceYesterday = slot.days().contains(at.getDayOfWeek().minus(1)) && hour.isBefore(slot.to());
        return sinceYesterday || (today && !hour.isBefore(slot.from()));
    }
}
