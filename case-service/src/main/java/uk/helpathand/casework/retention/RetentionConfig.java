package uk.helpathand.casework.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import uk.helpathand.api.casework.RecordKind;

/** How long records are kept. What the times are is for whoever answers for the service to decide: docs/retention.md. */
@ConfigMapping(prefix = "helpathand.retention")
public interface RetentionConfig {

    /** Of each class the rule that began last before the record ended. Without a rule a record is kept. */
    List<Rule> schedule();

    /** How often it is looked; {@code off} for never, in tests only. */
    @WithDefault("24h")
    String every();

    /** One line of the schedule. */
    interface Rule {

        /** What is kept: a child, from the day their last case closed; an enquiry without a case, from the last that changed. */
        RecordKind recordClass();

        /** For so long. */
        Period keep();

        /** Holds for records that ended on this day or later. */
        LocalDate validFrom();

        /** As it stands with what came of it. */
        default String words() {
            return recordClass().wire() + " " + keep() + " since " + validFrom();
        }
    }
}
