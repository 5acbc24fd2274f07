--liquibase formatted sql
--changeset helpathand:0008-message-language

ALTER TABLE message ADD COLUMN language text;
COMMENT ON COLUMN message.language IS 'BCP 47 tag: of the page on which it was written, or as its writer named it.';
