package uk.helpathand.platform.application;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import uk.helpathand.platform.fixture.Caller;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;
import uk.helpathand.platform.fixture.TestTraces;

/** Platform over real HTTP and on real PostgreSQL, in the small application of this package. */
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(TestTraces.class)
public abstract class HttpTest {

    protected static final String NOBODYS_ID = "0190a000-0000-7000-8000-000000000000";

    @TestHTTPResource
    protected URI service;

    @TestHTTPResource(value = "/metrics", management = true)
    protected URI metrics;

    @Inject
    protected Happenings happenings;

    protected Caller caller;

    @BeforeEach
    void cleanUp() {
        TestDatabase.empty();
        happenings.reset();
        caller = new Caller(service);
    }

    protected static String adviser() {
        return TestRealm.token("ada", "adviser");
    }

    protected static String lead() {
        return TestRealm.token("lea", "lead");
    }

    protected String metrics() {
        return new Caller(metrics).call("GET", metrics.getPath()).send().body();
    }

    protected static long count(String sql) {
        return Long.parseLong(TestDatabase.ask("SELECT count(*) FROM " + sql));
    }
}
