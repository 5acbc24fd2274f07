--liquibase formatted sql
--changeset helpathand:0001-child

CREATE TABLE child (
    id         uuid        NOT NULL,
    reference  text        NOT NULL,
    name       bytea,
    created_at timestamptz NOT NULL,
    version    integer     NOT NULL,
    CONSTRAINT pk_child PRIMARY KEY (id),
    CONSTRAINT ux_child_reference UNIQUE (reference)
);
COMMENT ON TABLE child IS 'The person. What identifies them is encrypted under the child''s data key.';
GRANT SELECT, INSERT ON child TO ${appRole};
GRANT UPDATE (name, version) ON child TO ${appRole};
