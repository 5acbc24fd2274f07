package uk.helpathand.casework.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.casework.ProgressView;
import uk.helpathand.api.casework.SetProgress;
import uk.helpathand.api.handover.ProgressHandover;
import uk.helpathand.platform.crypto.LosslessText;

/** "What happens next", as the child reads it. */
@Embeddable
class Progress {

    @Column(name = "progress_stage")
    ProgressStage stage;

    @Column(name = "progress_next_step")
    String nextStep;

    @Column(name = "progress_by")
    LocalDate by;

    @Column(name = "progress_version")
    long version;

    static Progress received() {
        var progress = new Progress();
        progress.stage = ProgressStage.RECEIVED;
        return progress;
    }

    void set(SetProgress next) {
        stage = next.stage();
        nextStep = LosslessText.storable(next.nextStep());
        by = next.by();
        version++;
    }

    /** Names of the fields that are now other than these. */
    List<String> differences(SetProgress other) {
        var names = new ArrayList<String>();
        if (stage != other.stage()) {
            names.add("stage");
        }
        if (!Objects.equals(nextStep, other.nextStep())) {
            names.add("nextStep");
        }
        if (!Objects.equals(by, other.by())) {
            names.add("by");
        }
        return names;
    }

    ProgressView toView() {
        return new ProgressView(version, stage, nextStep, by);
    }

    ProgressHandover toHandover() {
        return new ProgressHandover(version, stage, nextStep, by);
    }
}
