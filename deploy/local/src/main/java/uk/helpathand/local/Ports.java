package uk.helpathand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of one stack, all on the loopback address. */
public record Ports(
        int postgres,
        int keycloak,
        int contact,
        int contactManagement,
        int casework,
        int caseworkManagement,
        int smtp,
        int mailPage,
        int sms) {

    /** The ports in the documentation. */
    public static final Ports STANDARD = new Ports(5532, 8180, 8080, 9080, 8090, 9090, 2525, 8025, 8070);

    /** Ports that nobody holds at this moment, for tests that run beside a stack of the developer's own. */
    public static Ports free() {
        var held = new ArrayList<ServerSocket>();
        try {
            // All nine are held together, so that no two are the same.
            for (var i = 0; i < 9; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var free = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(free[0], free[1], free[2], free[3], free[4], free[5], free[6], free[7], free[8]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    /** Every port with what it is for, in the words of the documentation. */
    Map<Integer, String> purposes() {
        var purposes = new LinkedHashMap<Integer, String>();
        purposes.put(contact, "contact-service");
        purposes.put(contactManagement, "contact-service, health and metrics");
        purposes.put(casework, "case-service");
        purposes.put(caseworkManagement, "case-service, health and metrics");
        purposes.put(keycloak, "Keycloak");
        purposes.put(postgres, "PostgreSQL");
        purposes.put(smtp, "mail sink, SMTP");
        purposes.put(mailPage, "mail sink, page");
        purposes.put(sms, "SMS simulator");
        return purposes;
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
