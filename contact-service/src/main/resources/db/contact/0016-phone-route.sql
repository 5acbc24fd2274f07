--liquibase formatted sql
--changeset helpathand:0016-phone-route

CREATE TABLE phone_route (
    id                uuid        NOT NULL,
    number_hash       bytea       NOT NULL,
    conversation_id   uuid,
    service_number    text,
    last_heard_at     timestamptz,
    last_automatic_at timestamptz,
    texts_stopped_at  timestamptz,
    CONSTRAINT pk_phone_route PRIMARY KEY (id),
    CONSTRAINT ux_phone_route_number_hash UNIQUE (number_hash),
    CONSTRAINT fk_phone_route_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id)
);
COMMENT ON TABLE phone_route IS 'A number by which somebody is reached. Its row lock is the lock of all that comes from the number.';
COMMENT ON COLUMN phone_route.conversation_id IS 'The conversation that a text from there joins while it is open and not long silent.';
COMMENT ON COLUMN phone_route.service_number IS 'Ours, which was texted last: answers come from there.';
GRANT SELECT, INSERT, UPDATE, DELETE ON phone_route TO ${appRole};
