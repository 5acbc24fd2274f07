--liquibase formatted sql
--changeset helpathand:0004-reading-session

CREATE TABLE reading_session (
    secret_hash     bytea       NOT NULL,
    conversation_id uuid        NOT NULL,
    last_seen_at    timestamptz NOT NULL,
    CONSTRAINT pk_reading_session PRIMARY KEY (secret_hash),
    CONSTRAINT fk_reading_session_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id)
);
COMMENT ON TABLE reading_session IS 'A browser that gave the return code may read for 10 idle minutes. HMAC of the cookie; nothing about the browser.';
CREATE INDEX ix_reading_session_last_seen_at ON reading_session (last_seen_at);
CREATE INDEX ix_reading_session_conversation_id ON reading_session (conversation_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON reading_session TO ${appRole};
