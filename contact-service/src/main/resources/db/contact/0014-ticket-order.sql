--liquibase formatted sql
--changeset helpathand:0014-ticket-order

-- The last that a browser has sent, without a sort: there may be many in a flood.
DROP INDEX ix_conversation_ticket_hash;
CREATE INDEX ix_conversation_ticket_hash ON conversation (ticket_hash, ticket_until) WHERE ticket_hash IS NOT NULL;
