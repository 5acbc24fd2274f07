package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path KEYCLOAK =
            Path.of(System.getProperty("maven.multiModuleProjectDirectory"), "deploy/keycloak");
    private static final Path PRODUCTION = KEYCLOAK.resolve("help-at-hand-realm.json");
    private static final Path LOCAL = KEYCLOAK.resolve("local/help-at-hand-realm.json");

    @Test
    void objects_merge_and_values_are_replaced() throws IOException {
        assertThat(merge("{'a': 1, 'b': {'c': 2, 'd': 3}}", "{'b': {'c': 4}, 'e': 5}"))
                .isEqualTo(json("{'a': 1, 'b': {'c': 4, 'd': 3}, 'e': 5}"));
    }

    @Test
    void lists_of_named_elements_merge_by_name() throws IOException {
        assertThat(merge(
                        "[{'clientId': 'x', 'a': 1}, {'clientId': 'y'}]",
                        "[{'clientId': 'x', 'b': 2}, {'clientId': 'z'}]"))
                .isEqualTo(json("[{'clientId': 'x', 'a': 1, 'b': 2}, {'clientId': 'y'}, {'clientId': 'z'}]"));
    }

    @Test
    void lists_of_plain_values_are_replaced() throws IOException {
        assertThat(merge("{'uris': ['a', 'b']}", "{'uris': ['c']}")).isEqualTo(json("{'uris': ['c']}"));
    }

    @Test
    void an_empty_list_empties() throws IOException {
        assertThat(merge("{'users': [{'username': 'a'}]}", "{'users': []}").get("users"))
                .hasSize(1);
    }

    @Test
    void merging_leaves_the_base_as_it_was() throws IOException {
        var base = json("{'users': [{'username': 'a'}]}");

        RealmFile.merge(base, json("{'users': [{'username': 'a', 'enabled': true}]}"));

        assertThat(base).isEqualTo(json("{'users': [{'username': 'a'}]}"));
    }

    @Test
    void the_production_realm_has_no_user_but_service_accounts_and_no_secret() throws IOException {
        var realm = JSON.readTree(PRODUCTION.toFile());

        assertThat(realm.get("users")).allSatisfy(user -> assertThat(user.has("serviceAccountClientId"))
                .isTrue());
        assertThat(Files.readString(PRODUCTION)).doesNotContain("credentials");
        assertThat(realm.get("clients"))
                .allSatisfy(
                        client -> assertThat(client.path("secret").asText("${")).startsWith("${"));
    }

    @Test
    void direct_grants_are_for_the_local_realm_only() throws IOException {
        var production = client(JSON.readTree(PRODUCTION.toFile()), "front-end");
        var local = client(JSON.readTree(RealmFile.merged(PRODUCTION, LOCAL)), "front-end");

        assertThat(production.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(local.get("directAccessGrantsEnabled").asBoolean()).isTrue();
        assertThat(local.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
    }

    @Test
    void staff_sign_in_with_two_factors_and_on_a_developers_machine_with_one() throws IOException {
        var production = JSON.readTree(PRODUCTION.toFile());
        var local = JSON.readTree(RealmFile.merged(PRODUCTION, LOCAL));

        assertThat(production.at("/attributes/acr.loa.map").asText())
                .isEqualTo("{\"one-factor\":\"1\",\"two-factors\":\"2\"}");
        for (var asked : List.of("default.acr.values", "minimum.acr.value")) {
            assertThat(client(production, "front-end")
                            .at("/attributes/" + asked)
                            .asText())
                    .isEqualTo("two-factors");
            assertThat(client(local, "front-end").at("/attributes/" + asked).asText())
                    .isEqualTo("one-factor");
        }
        assertThat(steps(production, production.get("browserFlow").asText()))
                .containsExactly(
                        "auth-cookie",
                        "conditional-level-of-authentication level 1",
                        "auth-username-password-form",
                        "conditional-level-of-authentication level 2",
                        "auth-otp-form");
    }

    /** In their order, those of the flows within included. */
    private static List<String> steps(JsonNode realm, String flow) {
        var steps = new ArrayList<String>();
        for (var known : realm.get("authenticationFlows")) {
            if (known.get("alias").asText().equals(flow)) {
                for (var step : known.get("authenticationExecutions")) {
                    if (step.has("flowAlias")) {
                        steps.addAll(steps(realm, step.get("flowAlias").asText()));
                    } else {
                        steps.add((step.get("authenticator").asText() + " "
                                        + step.path("authenticatorConfig").asText())
                                .strip());
                    }
                }
            }
        }
        return steps;
    }

    @Test
    void staff_roles_and_handover_never_meet_in_one_client() throws IOException {
        var realm = JSON.readTree(RealmFile.merged(PRODUCTION, LOCAL));

        var withHandover = new ArrayList<String>();
        for (var user : realm.get("users")) {
            if (user.path("clientRoles").toString().contains("handover")) {
                withHandover.add(user.get("serviceAccountClientId").asText());
            }
        }
        assertThat(withHandover).containsExactlyInAnyOrder("contact-service", "case-service");
        assertThat(realm.get("clientScopeMappings").toString()).doesNotContain("front-end", "staff");
    }

    @Test
    void a_token_for_copies_opens_case_service_and_has_no_other_role() throws IOException {
        var realm = JSON.readTree(RealmFile.merged(PRODUCTION, LOCAL));

        assertThat(realm.at("/clientScopeMappings/case-service"))
                .contains(json("{'clientScope': 'subject-access', 'roles': ['subject-access']}"));
        assertThat(realm.at("/clientScopeMappings/contact-service").toString()).doesNotContain("subject-access");
        for (var scope : realm.get("clientScopes")) {
            if (scope.get("name").asText().equals("subject-access")) {
                assertThat(scope.get("protocolMappers").findValuesAsText("included.client.audience"))
                        .containsExactly("case-service");
                assertThat(scope.get("protocolMappers").findValuesAsText("usermodel.clientRoleMapping.clientId"))
                        .containsExactly("case-service");
            }
        }
        assertThat(realm.get("users").toString()).doesNotContain("subject-access");
    }

    @Test
    void only_case_service_reads_who_works_here_and_it_changes_nothing() throws IOException {
        var realm = JSON.readTree(RealmFile.merged(PRODUCTION, LOCAL));

        for (var user : realm.get("users")) {
            var rights = user.at("/clientRoles/realm-management");
            if (user.path("serviceAccountClientId").asText().equals("case-service")) {
                assertThat(rights).isEqualTo(json("['view-users', 'view-realm']"));
            } else {
                assertThat(rights.isMissingNode()).isTrue();
            }
        }
        assertThat(realm.at("/clientScopeMappings/realm-management"))
                .isEqualTo(json("[{'client': 'case-service', 'roles': ['view-users', 'view-realm']}]"));
    }

    private static JsonNode client(JsonNode realm, String id) {
        for (var client : realm.get("clients")) {
            if (client.get("clientId").asText().equals(id)) {
                return client;
            }
        }
        throw new AssertionError("no client " + id);
    }

    private static JsonNode merge(String base, String overlay) throws JsonProcessingException {
        return RealmFile.merge(json(base), json(overlay));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
