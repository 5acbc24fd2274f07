package uk.helpathand.local;

/** What stands on the screen when everything is up. */
final class Welcome {

    private static final String TEXT = """

            Help at Hand is up.

              Ask for help, as a child would    %1$s/ask
              Text the service                  %9$s
              Queue of the advisers (API)       %2$s/v1/enquiries
              The contract                      %1$s/openapi   %2$s/openapi
              Mails that would have been sent   %3$s
              Health and metrics                %4$s/q/health   %5$s/q/health
              Keycloak, its own console         %6$s   (user admin, password in %8$s)

              Users, password local-only: ada and ben (adviser), lea (lead), ana (analyst),
              aud (auditor), adm (administrator)

              A token for ada, and the queue:

            curl -s -H "Authorization: Bearer $(curl -s -d grant_type=password -d client_id=front-end -d username=ada -d password=local-only %7$s | sed -n 's/.*"access_token":"\\([^"]*\\)".*/\\1/p')" %2$s/v1/enquiries

              Ctrl-C stops everything; the data stays. deploy/up --fresh begins anew.

            """;

    private Welcome() {}

    static String text(LocalStack stack, StackConfig config) {
        return TEXT.formatted(
                stack.contactUrl(),
                stack.caseUrl(),
                stack.mailUrl(),
                stack.contactManagement(),
                stack.caseManagement(),
                stack.keycloakUrl(),
                stack.tokenUrl(),
                config.keys().resolve("keycloak-admin.password"),
                stack.smsUrl());
    }
}
