package uk.helpathand.casework.alert;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
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

    /** Step 0 goes to the first person of the hour, the next step to the next; after the last comes the first again. */
    Person person(int step, Instant at) {
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
