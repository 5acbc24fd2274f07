package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import uk.helpathand.casework.access.WhoLooked;

/** Who looked at or did anything about the child: the role and what they did, no name and no reason of theirs. */
@ApplicationScoped
class LookedSection implements Section {

    @Inject
    WhoLooked whoLooked;

    @Override
    public int place() {
        return 900;
    }

    @Override
    public String title() {
        return "Who looked at what is held on you";
    }

    @Override
    public List<String> tables() {
        return List.of("audit");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return whoLooked.at(held.childId).stream()
                .map(looked -> Entry.of("audit", looked.id(), looked.at(), "Somebody looked or did something")
                        .line("What", looked.plain()));
    }
}
