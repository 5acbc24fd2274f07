package uk.helpathand.casework.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** Who is called when an immediate enquiry waits, and how soon the next person is. See docs/case-service.md. */
@ConfigMapping(prefix = "helpathand.alerts")
public interface AlertConfig {

    /** When each step is due, counted from the danger. Shorter only in tests. */
    @WithDefault("0s,10m,20m")
    List<Duration> steps();

    /** How late a call may be: later, and the service says that it is not well. */
    @WithDefault("2m")
    Duration late();

    /** For how long nobody may have looked after an alert; longer than the last step. */
    @WithDefault("30m")
    Duration unanswered();

    /** How often due alerts are looked for. */
    Duration poll();

    /** The first slot that holds the hour has the people. */
    List<Slot> slots();

    /** The people of all other hours: nobody is never alerted. */
    List<Person> otherwise();

    /** A stretch of hours of some days, in Europe/London. */
    interface Slot {

        /** The days on which it begins. */
        List<DayOfWeek> days();

        LocalTime from();

        /** Not included. At or before {@link #from} it is on the next day. */
        LocalTime to();

        /** In the order in which they are called. */
        List<Person> people();
    }

    /** One of the rota. */
    interface Person {

        /** As colleagues know them. */
        String name();

        String email();
    }
}
