--liquibase formatted sql
--changeset helpathand:t001-thing

CREATE TABLE thing (
    id      uuid        NOT NULL,
    name    text        NOT NULL,
    code    varchar(10),
    version bigint      NOT NULL,
    CONSTRAINT pk_thing PRIMARY KEY (id),
    CONSTRAINT ux_thing_name UNIQUE (name)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON thing TO ${appRole};
