--liquibase formatted sql
--changeset helpathand:p010-master-key-version

CREATE TABLE master_key_version (
    version       integer     NOT NULL,
    first_seen_at timestamptz NOT NULL,
    CONSTRAINT pk_master_key_version PRIMARY KEY (version)
);
COMMENT ON TABLE master_key_version IS 'When a replica first had this version of the master key in its file: no replica writes with it until all must have it.';
INSERT INTO master_key_version (version, first_seen_at)
    SELECT master_version, min(created_at) FROM data_key GROUP BY master_version;
GRANT SELECT, INSERT ON master_key_version TO ${appRole};

CREATE INDEX ix_data_key_master_version ON data_key (master_version, subject_id);
COMMENT ON INDEX ix_data_key_master_version IS 'What older versions still wrap, so that it can be wrapped anew.';
