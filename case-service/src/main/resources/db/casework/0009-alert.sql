--liquibase formatted sql
--changeset helpathand:0009-alert

CREATE TABLE alert (
    id                uuid        NOT NULL,
    enquiry_id        uuid        NOT NULL,
    enquiry_reference text        NOT NULL,
    reason            text        NOT NULL,
    step              integer     NOT NULL,
    steps             integer     NOT NULL,
    due_at            timestamptz NOT NULL,
    raised_at         timestamptz,
    person            text,
    stopped_at        timestamptz,
    stopped_by        text,
    CONSTRAINT pk_alert PRIMARY KEY (id),
    CONSTRAINT fk_alert_enquiry_id FOREIGN KEY (enquiry_id) REFERENCES enquiry (id)
);
COMMENT ON TABLE alert IS 'Calls for a person to look now. The timers are these rows: they survive any process.';
COMMENT ON COLUMN alert.reason IS 'Code of the urgency reason that armed it; no words of anybody''s.';
COMMENT ON COLUMN alert.person IS 'The rota''s name for whom it went to, at the hour it was raised.';
COMMENT ON COLUMN alert.stopped_by IS 'The subject of whoever acknowledged or decided.';
CREATE INDEX ix_alert_due ON alert (due_at, id) WHERE raised_at IS NULL AND stopped_at IS NULL;
CREATE INDEX ix_alert_open ON alert (due_at, id) WHERE stopped_at IS NULL;
CREATE INDEX ix_alert_enquiry_id ON alert (enquiry_id) WHERE stopped_at IS NULL;
GRANT SELECT, INSERT ON alert TO ${appRole};
GRANT UPDATE (raised_at, person, stopped_at, stopped_by) ON alert TO ${appRole};
