package uk.helpathand.platform.application;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.time.Ids;

/** Something to make, read and change in platform's own tests. */
@Entity
@Table(name = "thing")
public class Thing extends PanacheEntityBase {

    @Id
    UUID id;

    String name;
    String code;

    @Version
    long version;

    static Thing make(String name) {
        var thing = new Thing();
        thing.id = Ids.next();
        thing.name = name;
        thing.persist();
        return thing;
    }

    static Thing get(UUID id) {
        return Thing.<Thing>findByIdOptional(id).orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    ThingView toView() {
        return new ThingView(id, name);
    }
}
