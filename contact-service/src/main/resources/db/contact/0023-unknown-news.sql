--liquibase formatted sql
--changeset helpathand:0023-unknown-news

-- News of texts that are not known here were kept whole, under keys of their own, for ever: with a number, also of somebody erased.

DELETE FROM data_key WHERE subject_id IN (
    SELECT id FROM provider_event WHERE conversation_id IS NULL AND kind LIKE 'state:%');
UPDATE provider_event SET raw = NULL WHERE conversation_id IS NULL AND kind LIKE 'state:%' AND raw IS NOT NULL;
