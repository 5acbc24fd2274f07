--liquibase formatted sql
--changeset helpathand:0020-erasure

-- A conversation that is erased leaves the lists of others of the same number.
GRANT UPDATE (possible_links) ON enquiry TO ${appRole};
