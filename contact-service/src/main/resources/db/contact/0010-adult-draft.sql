--liquibase formatted sql
--changeset helpathand:0010-adult-draft

CREATE TABLE adult_draft (
    browser_hash bytea       NOT NULL,
    content      bytea       NOT NULL,
    changed_at   timestamptz NOT NULL,
    version      integer     NOT NULL,
    CONSTRAINT pk_adult_draft PRIMARY KEY (browser_hash)
);
COMMENT ON TABLE adult_draft IS 'What an adult has answered so far: until it is sent, left, or idle for 24 hours.';
COMMENT ON COLUMN adult_draft.browser_hash IS 'HMAC of the cookie of the browser that holds the form.';
COMMENT ON COLUMN adult_draft.content IS 'The answers as JSON, sealed under a key of its own kind.';
CREATE INDEX ix_adult_draft_changed_at ON adult_draft (changed_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON adult_draft TO ${appRole};
