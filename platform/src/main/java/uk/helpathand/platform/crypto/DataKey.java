package uk.helpathand.platform.crypto;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** One subject's key, wrapped by a master key: without the key file the row opens nothing. */
@Entity
@Table(name = "data_key")
@IdClass(DataKey.Key.class)
public class DataKey extends PanacheEntityBase {

    @Id
    @Column(name = "subject_kind")
    String subjectKind;

    @Id
    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "wrapped_key")
    byte[] wrappedKey;

    @Column(name = "master_version")
    int masterVersion;

    @Column(name = "created_at")
    Instant createdAt;

    /** The subject. */
    public static class Key implements Serializable {
        String subjectKind;
        UUID subjectId;

        public Key() {}

        Key(String subjectKind, UUID subjectId) {
            this.subjectKind = subjectKind;
            this.subjectId = subjectId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(subjectKind, key.subjectKind)
                    && Objects.equals(subjectId, key.subjectId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(subjectKind, subjectId);
        }
    }
}
