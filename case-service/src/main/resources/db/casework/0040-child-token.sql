--liquibase formatted sql
--changeset helpathand:0040-child-token

CREATE TABLE child_token (
    token    bigint NOT NULL,
    child_id uuid   NOT NULL,
    CONSTRAINT pk_child_token PRIMARY KEY (token, child_id),
    CONSTRAINT fk_child_token_child_id FOREIGN KEY (child_id) REFERENCES child (id) ON DELETE CASCADE
);
COMMENT ON TABLE child_token IS 'By what a child is found: keyed hashes of how parts of their name are written and sound, with the date of birth or without.';
COMMENT ON COLUMN child_token.token IS 'The first eight bytes of an HMAC. What kind of token it is stands inside the hash.';
CREATE INDEX ix_child_token_child_id ON child_token (child_id);
GRANT SELECT, INSERT, DELETE ON child_token TO ${appRole};
