package uk.helpathand.casework.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RotaTest {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Rota rota = new Rota(config(
            List.of(
                    slot(WEEKDAYS, "09:00", "17:00", "Ada", "Ben"),
                    slot(Set.of(DayOfWeek.FRIDAY), "22:00", "06:00", "Night")),
            "Lea",
            "Lou"));

    @Test
    void each_step_goes_to_the_next_person_and_then_to_the_first_again() {
        Instant monday = Instant.parse("2026-11-02T10:00:00Z");

        assertThat(rota.next(List.of(), monday).name()).isEqualTo("Ada");
        assertThat(rota.next(List.of("Ada"), monday).name()).isEqualTo("Ben");
        assertThat(rota.next(List.of("Ada", "Ben"), monday).name()).isEqualTo("Ada");
        assertThat(rota.expected(2, monday).name()).isEqualTo("Ada");
    }

    /** Who has gone home is not called in place of who has come. */
    @Test
    void when_the_hour_of_others_begins_the_first_of_them_is_next() {
        Instant evening = Instant.parse("2026-11-02T17:05:00Z");

        assertThat(rota.next(List.of("Ada"), evening).name()).isEqualTo("Lea");
        assertThat(rota.next(List.of("Ada", "Lea"), evening).name()).isEqualTo("Lou");
        assertThat(rota.person("Lou", evening).name()).isEqualTo("Lou");
    }

    @Test
    void hours_are_those_of_london_in_summer_and_winter() {
        assertThat(first("2026-11-02T08:59:59Z")).isEqualTo("Lea");
        assertThat(first("2026-11-02T09:00:00Z")).isEqualTo("Ada");
        assertThat(first("2026-11-02T16:59:59Z")).isEqualTo("Ada");
        assertThat(first("2026-11-02T17:00:00Z")).isEqualTo("Lea");
        assertThat(first("2026-07-06T08:00:00Z")).isEqualTo("Ada");
        assertThat(first("2026-07-06T16:00:00Z")).isEqualTo("Lea");
    }

    @Test
    void a_slot_may_run_past_midnight() {
        assertThat(first("2026-11-06T21:59:00Z")).isEqualTo("Lea");
        assertThat(first("2026-11-06T22:00:00Z")).isEqualTo("Night");
        assertThat(first("2026-11-07T05:59:00Z")).isEqualTo("Night");
        assertThat(first("2026-11-07T06:00:00Z")).isEqualTo("Lea");
        assertThat(first("2026-11-06T05:00:00Z")).isEqualTo("Lea");
    }

    @Test
    void all_other_hours_have_people_too() {
        assertThat(first("2026-11-01T12:00:00Z")).isEqualTo("Lea");
        assertThat(rota.next(List.of("Lea"), Instant.parse("2026-12-25T03:00:00Z"))
                        .name())
                .isEqualTo("Lou");
    }

    @Test
    void an_hour_with_nobody_is_refused() {
        assertThatThrownBy(() -> new Rota(config(List.of()))).hasMessageContaining("hour with nobody");
        assertThatThrownBy(() -> new Rota(config(List.of(slot(WEEKDAYS, "09:00", "17:00")), "Lea")))
                .hasMessageContaining("hour with nobody");
    }

    private String first(String at) {
        return rota.next(List.of(), Instant.parse(at)).name();
    }

    private static AlertConfig config(List<AlertConfig.Slot> slots, String... otherwise) {
        return new AlertConfig() {
            @Override
            public List<Duration> steps() {
                return List.of(Duration.ZERO);
            }

            @Override
            public Duration late() {
                return Duration.ofMinutes(2);
            }

            @Override
            public Duration unanswered() {
                return Duration.ofMinutes(30);
            }

            @Override
            public Duration poll() {
                return Duration.ofSeconds(1);
            }

            @Override
            public List<Slot> slots() {
                return slots;
            }

            @Override
            public List<Person> otherwise() {
                return people(otherwise);
            }
        };
    }

    private static AlertConfig.Slot slot(Set<DayOfWeek> days, String from, String to, String... names) {
        return new AlertConfig.Slot() {
            @Override
            public List<DayOfWeek> days() {
                return List.copyOf(days);
            }

            @Override
            public LocalTime from() {
                return LocalTime.parse(from);
            }

            @Override
            public LocalTime to() {
                return LocalTime.parse(to);
            }

            @Override
            public List<AlertConfig.Person> people() {
                return RotaTest.people(names);
            }
        };
    }

    private static List<AlertConfig.Person> people(String... names) {
        return List.of(names).stream()
                .map(Named::new)
                .map(AlertConfig.Person.class::cast)
                .toList();
    }

    private record Named(String name) implements AlertConfig.Person {
        @Override
        public String email() {
            return name + "@example.test";
        }
    }
}
