package uk.helpathand.people;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * Where a line between two parts can be listened to or broken: takes TCP connections on a free port of the loopback address
 * and opens one to the far end for each. What is carried between the two, and how, is the carrier's business.
 */
public final class Junction implements AutoCloseable {

    /** Carries one connection, until it ends. Both sockets are closed afterwards. */
    public interface Carrier {

        void carry(Socket near, Socket far) throws IOException, InterruptedException;
    }

    private static final int WAITING = 200;

    private final ServerSocket server;
    private final IntSupplier end;
    private final Carrier carrier;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param end the port to which the next connection leads */
    public Junction(IntSupplier end, Carrier carrier) {
        this.end = end;
        this.carrier = carrier;
        try {
            server = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** Ends the connections that are open; new ones are taken. */
    public void endOpen() {
        open.forEach(Junction::shut);
    }

    @Override
    public void close() {
        shut(server);
        endOpen();
    }

    /** A thread that does not keep the program. */
    public static Thread start(Runnable work) {
        var thread = new Thread(work, "junction");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    public static void shut(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed already, or as good as that.
        }
    }

    private void accept() {
        try {
            while (true) {
                var near = server.accept();
                start(() -> connect(near));
            }
        } catch (IOException e) {
            // Closed: the end of the run.
        }
    }

    private void connect(Socket near) {
        open.add(near);
        try (near;
                var far = new Socket(InetAddress.getLoopbackAddress(), end.getAsInt())) {
            open.add(far);
            try {
                carrier.carry(near, far);
            } finally {
                open.remove(far);
            }
        } catch (IOException e) {
            // Nobody there: the caller sees a broken connection, as it would without this line.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(near);
        }
    }
}
