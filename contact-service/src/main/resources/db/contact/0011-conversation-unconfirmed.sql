--liquibase formatted sql
--changeset helpathand:0011-conversation-unconfirmed

ALTER TABLE conversation
    ADD COLUMN unconfirmed boolean NOT NULL DEFAULT false,
    ADD COLUMN confirmed_at timestamptz;
COMMENT ON COLUMN conversation.unconfirmed IS 'It began in a flood. Says nothing about who sent it or from where.';
COMMENT ON COLUMN conversation.confirmed_at IS 'When its sender showed that they are a person: by the button, the return code, or by writing again.';
