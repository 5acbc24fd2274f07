package uk.helpathand.platform.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.regex.Pattern;
import org.hibernate.exception.JDBCConnectionException;

/** The database is away or busy: the same call may go through later. */
final class PassingFaults {

    /**
     * SQLSTATE of PostgreSQL: no connection (08), out of connections or space (53), shutting down (57P), a statement or a
     * lock that took too long (57014, 55P03), a lost race (40001, 40P01), a primary that has just become a standby (25006).
     */
    private static final Pattern SQL_STATES = Pattern.compile("08...|53...|57P..|57014|55P03|40001|40P01|25006");

    /** The pool tells its own time-out by words alone. */
    private static final String POOL_TIME_OUT = "Acquisition timeout while waiting for new connection";

    private PassingFaults() {}

    static boolean include(Throwable fault) {
        if (fault instanceof SQLException sql) {
            return sql instanceof SQLTransientException
                    || POOL_TIME_OUT.equals(sql.getMessage())
                    || (sql.getSQLState() != null
                            && SQL_STATES.matcher(sql.getSQLState()).matches());
        }
        return fault instanceof JDBCConnectionException;
    }
}
