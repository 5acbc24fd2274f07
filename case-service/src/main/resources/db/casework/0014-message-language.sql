--liquibase formatted sql
--changeset helpathand:0014-message-language

ALTER TABLE message ADD COLUMN language text;
ALTER TABLE message ADD COLUMN guide text;
ALTER TABLE message ADD COLUMN content_warnings text[];
COMMENT ON COLUMN message.language IS 'BCP 47 tag: inbound of the page it was written on, outbound of the text.';
COMMENT ON COLUMN message.guide IS 'The guide to a child''s rights that a reply names.';
COMMENT ON COLUMN message.content_warnings IS 'Codes of what a reader should be warned of; null when there is nothing.';
