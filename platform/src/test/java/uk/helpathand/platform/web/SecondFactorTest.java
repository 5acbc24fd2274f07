package uk.helpathand.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.AnswerRules;
import uk.helpathand.platform.fixture.Caller.Answer;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;
import uk.helpathand.platform.fixture.TwoFactors;

/** Staff prove themselves twice, or open nothing. */
@QuarkusTest
class SecondFactorTest extends HttpTest {

    private static final String THINGS = "/v1/things";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "one-factor", "0", "1", "Two-factors", "two-factors three"})
    void a_token_that_does_not_say_so_is_refused_and_told_what_would_do(String acr) {
        TwoFactors.areAskedFor();

        Answer refused = caller.call("GET", THINGS).as(token(acr)).send();

        assertThat(AnswerRules.problemFaults(refused, 401)).isEmpty();
        assertThat(refused.problem()).isEqualTo("sign-in-again");
        assertThat(refused.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer error=\"insufficient_user_authentication\", acr_values=\"two-factors three\"");
        assertThat(TestDatabase.ask("SELECT concat_ws(' ', actor, actor_roles, action, outcome) FROM audit"))
                .isEqualTo("ada {adviser} GET /v1/things refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-factors", "three"})
    void one_that_says_so_is_good(String acr) {
        TwoFactors.areAskedFor();
        assertThat(caller.call("GET", THINGS).as(token(acr)).send().status()).isEqualTo(200);
    }

    @Test
    void where_nothing_is_asked_a_password_does() {
        assertThat(caller.call("GET", THINGS).as(token(null)).send().status()).isEqualTo(200);
    }

    @Test
    void where_the_methods_are_told_one_of_them_is_asked_for_too() {
        TwoFactors.areAskedForBy("otp", "hwk");

        assertThat(status(List.of("pwd", "otp"))).isEqualTo(200);
        assertThat(status(List.of("pwd"))).isEqualTo(401);
        assertThat(status(List.of())).isEqualTo(401);
        assertThat(caller.call("GET", THINGS).as(token(TwoFactors.ACR)).send().status())
                .isEqualTo(401);
    }

    @Test
    void a_program_is_not_asked() {
        TwoFactors.areAskedFor();
        String program = TestRealm.token("service-account-case-service", "handover");
        assertThat(caller.call("GET", THINGS).as(program).send().problem())
                .as("refused for its role, like ever")
                .isEqualTo("forbidden");
    }

    private int status(List<String> methods) {
        String token = TestRealm.sign(
                TestRealm.claims("ada", "adviser").claim("acr", TwoFactors.ACR).claim("amr", methods));
        return caller.call("GET", THINGS).as(token).send().status();
    }

    private static String token(String acr) {
        var claims = TestRealm.claims("ada", "adviser");
        return TestRealm.sign(acr == null ? claims : claims.claim("acr", acr));
    }
}
