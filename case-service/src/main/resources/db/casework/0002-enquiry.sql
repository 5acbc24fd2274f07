--liquibase formatted sql
--changeset helpathand:0002-enquiry

CREATE TABLE enquiry (
    id                 uuid        NOT NULL,
    reference          text        NOT NULL,
    channel            text        NOT NULL,
    requester          text        NOT NULL,
    received_at        timestamptz NOT NULL,
    language           text,
    message_id         uuid        NOT NULL,
    wanted             text,
    safe               text,
    altered            boolean     NOT NULL,
    excerpt            text        NOT NULL,
    urgency_rank       integer     NOT NULL,
    status             text        NOT NULL,
    acknowledged_by_id text,
    acknowledged_by    text,
    acknowledged_at    timestamptz,
    changed_at         timestamptz NOT NULL,
    version            integer     NOT NULL,
    CONSTRAINT pk_enquiry PRIMARY KEY (id),
    CONSTRAINT ck_enquiry_status CHECK (status IN ('new', 'acknowledged', 'returned', 'triaged')),
    CONSTRAINT ck_enquiry_urgency_rank CHECK (urgency_rank BETWEEN 0 AND 2)
);
COMMENT ON TABLE enquiry IS 'One request for help as it was received. What was received is never edited: the app role may change only where it stands.';
COMMENT ON COLUMN enquiry.reference IS 'Given by the sender, whose database keeps it unique. Not unique here: nothing may refuse a child''s words.';
COMMENT ON COLUMN enquiry.message_id IS 'The conversation''s first message: what is happening, in the requester''s words.';
COMMENT ON COLUMN enquiry.excerpt IS 'The first 140 characters of that message on one line, for the queue.';
COMMENT ON COLUMN enquiry.urgency_rank IS '0 immediate, 1 high, 2 standard: the order of the queue.';
COMMENT ON COLUMN enquiry.changed_at IS 'When anything an adviser sees of it last changed, so that the version rises with every message.';
CREATE INDEX ix_enquiry_queue ON enquiry (urgency_rank, received_at, id) WHERE status <> 'triaged';
CREATE INDEX ix_enquiry_status ON enquiry (status, urgency_rank, received_at, id);
GRANT SELECT, INSERT ON enquiry TO ${appRole};
GRANT UPDATE (urgency_rank, status, acknowledged_by_id, acknowledged_by, acknowledged_at, changed_at, version) ON enquiry TO ${appRole};
