package uk.helpathand.faults;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import uk.helpathand.people.Junction;

/** A TCP line between two parts that passes everything on, until its weather turns. Knows nothing of what it carries. */
final class Line implements AutoCloseable {

    private volatile int end;
    private volatile Weather weather = Weather.CALM;
    private volatile Watch watch = new Watch(false, new CountDownLatch(0));
    private final Junction junction = new Junction(() -> end, this::carry);

    /** New connections go there. */
    void leadTo(int port) {
        end = port;
    }

    /** From the next piece on, for connections that are open as well as for new ones. */
    void weather(Weather now) {
        weather = now;
    }

    /** Opens once so many more pieces have come in one direction; before the last of them is passed on. */
    CountDownLatch passing(boolean answers, int pieces) {
        var next = new Watch(answers, new CountDownLatch(pieces));
        watch = next;
        return next.pieces();
    }

    private record Watch(boolean answers, CountDownLatch pieces) {}

    int port() {
        return junction.port();
    }

    URI url() {
        return junction.url();
    }

    @Override
    public void close() {
        junction.close();
    }

    private void carry(Socket near, Socket far) throws InterruptedException {
        var back = Junction.start(() -> new Pump(far, near, true).run());
        new Pump(near, far, false).run();
        back.join();
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
                    var now = watch;
                    if (now.answers() == answer) {
                        now.pieces().countDown();
                    }
                    if (!dead) {
                        pass(buffer, read);
                    }
                }
            } catch (IOException e) {
                // One side is gone; closing tells the other.
            }
            Junction.shut(from);
            Junction.shut(to);
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
