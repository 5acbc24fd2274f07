package uk.helpathand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What would make a start fail half-way, found before it begins. Each finding is one line. */
final class Preflight {

    static final int OLDEST_JAVA = 17;
    static final long LEAST_DISK = 1L << 30;

    private Preflight() {}

    static void java(int feature) {
        if (feature < OLDEST_JAVA) {
            throw Trouble.notReady("A JDK %d or newer is needed; this is Java %d.".formatted(OLDEST_JAVA, feature));
        }
    }

    static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
            disk(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (AccessDeniedException e) {
            throw Trouble.notReady("%s cannot be written to by this user.".formatted(e.getFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.isWritable(folder)) {
            throw Trouble.notReady("%s cannot be written to by this user.".formatted(folder));
        }
    }

    static void disk(Path folder, long free) {
        if (free < LEAST_DISK) {
            throw Trouble.notReady(
                    "The disk of %s is nearly full: %d MB free, 1024 MB needed.".formatted(folder, free >> 20));
        }
    }

    /** Every port on both loopback addresses: browsers try ::1 first for "localhost". */
    static void ports(Ports ports) {
        ports.purposes().forEach((port, purpose) -> {
            if (taken(port)) {
                throw Trouble.notReady("Port %d (%s) is in use. See who has it: ss -ltnp 'sport = :%d'"
                        .formatted(port, purpose, port));
            }
        });
    }

    private static boolean taken(int port) {
        return List.of("127.0.0.1", "::1").stream().anyMatch(host -> taken(host, port));
    }

    private static boolean taken(String host, int port) {
        try (var socket = new ServerSocket()) {
            // Else a port that was closed a minute ago would count as taken.
            socket.setReuseAddress(true);
            var address = InetAddress.getByName(host);
            socket.bind(new InetSocketAddress(address, port));
            return false;
        } catch (UnknownHostException e) {
            return false;
        } catch (IOException e) {
            // A machine without IPv6 cannot bind to ::1 at all; that is nobody holding the port.
            return !e.getMessage().contains("Cannot assign requested address")
                    && !e.getMessage().contains("not supported");
        }
    }
}
