package uk.helpathand.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A TCP line between two parts that passes everything on, until its weather turns. Knows nothing of what it carries. */
final class Line implements AutoCloseable {

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int end;
    private volatile Weather weather = Weather.CALM;

    Line() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** New connections go there. */
    void leadTo(int port) {
        end = port;
    }

    /** From the next piece on, for connections that are open as well as for new ones. */
    void weather(Weather now) {
        weather = now;
    }

    int port() {
        return server.getLocalPort();
    }

    URI url() {
        return URI.create("http://localhost:" + port());
    }

    @Override
    public void close() {
        shut(server);
        open.forEach(Line::shut);
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
                var far = new Socket(InetAddress.getLoopbackAddress(), end)) {
            open.add(far);
            var back = start(() -> new Pump(far, near, true).run());
            new Pump(near, far, false).run();
            back.join();
            open.remove(far);
        } catch (IOException e) {
            // Nobody there: the caller sees a broken connection, as it would without this line.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(near);
        }
    }

    private static Thread start(Runnable work) {
        var thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void shut(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed already, or as good as that.
        }
    }

    /** One direction of one connection. */
    private final class Pump {

        private final Socket from;
        private final Socket to;
        private final boolean answer;
        private Weather under = Weather.CALM;
        private int passed;

        /** Something was not passed on, so nothing after it may be. */
        private boolean dead;

        Pump(Socket from, Socket to, boolean answer) {
            this.from = from;
            this.to = to;
            this.answer = answer;
        }

        void run() {
            var buffer = new byte[64 * 1024];
            try {
                var in = from.getInputStream();
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!dead) {
                        pass(buffer, read);
                    }
                }
            } catch (IOException e) {
                // One side is gone; closing tells the other.
            }
            shut(from);
            shut(to);
        }

        private void pass(byte[] buffer, int length) throws IOException {
            var now = weather;
            if (now != under) {
                under = now;
                passed = 0;
            }
            var out = to.getOutputStream();
            if (!now.hits(answer)) {
                out.write(buffer, 0, length);
                return;
            }
            switch (now.mode()) {
                case DELAY -> {
                    pause(now.amount());
                    out.write(buffer, 0, length);
                }
                case RESET -> {
                    out.write(buffer, 0, Math.min(length, now.amount() - passed));
                    passed += length;
                    if (passed >= now.amount()) {
                        dead = true;
                        reset(from);
                        reset(to);
                    }
                }
                case BLACK_HOLE -> dead = true;
                case HALF_CLOSE -> {
                    if (!answer) {
                        out.write(buffer, 0, length);
                    }
                    dead = true;
                    to.shutdownOutput();
                }
                case CALM -> throw new IllegalStateException("calm weather hits nothing");
            }
        }

        private static void reset(Socket socket) throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Not to wait for something: this is the fault. */
        private static void pause(int millis) {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
