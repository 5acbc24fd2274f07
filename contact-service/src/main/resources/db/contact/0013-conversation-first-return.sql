--liquibase formatted sql
--changeset helpathand:0013-conversation-first-return

ALTER TABLE conversation
    ADD COLUMN contact_set_at timestamptz,
    ADD COLUMN first_returned_at timestamptz;
COMMENT ON COLUMN conversation.contact_set_at IS 'When the child or adult last set safe contact themself; what staff were told before does not replace it.';
COMMENT ON COLUMN conversation.first_returned_at IS 'When the return code first opened the thread.';
