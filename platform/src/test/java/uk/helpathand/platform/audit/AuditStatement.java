package uk.helpathand.platform.audit;

/** The one statement that does not go through Hibernate, for those who count statements. */
public final class AuditStatement {

    private AuditStatement() {}

    public static String insert() {
        return Audit.INSERT;
    }
}
