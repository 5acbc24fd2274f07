package uk.helpathand.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.faults.Weather.Mode;

/** The line does what its weather says, to real sockets. */
class LineTest {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Line line = new Line();
    private ServerSocket far;
    private Socket near;

    /** What has reached the far side, and "end" for its end, "reset" for a reset. */
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws IOException {
        far = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        line.leadTo(far.getLocalPort());
        var echo = new Thread(this::echo, "echo");
        echo.setDaemon(true);
        echo.start();
        near = connect();
    }

    @AfterEach
    void stop() throws IOException {
        near.close();
        far.close();
        line.close();
    }

    @Test
    void calmPassesEverythingBothWays() throws IOException {
        assertThat(say(near, "hello")).isEqualTo("hello");
        assertThat(say(near, "again")).isEqualTo("again");
    }

    @Test
    void aDelayBringsAllOfItLate() throws IOException {
        line.weather(new Weather(Mode.DELAY, 300, false));
        var began = System.nanoTime();

        assertThat(say(near, "hello")).isEqualTo("hello");

        // There and back. Only that it is not too early: how late it may be is nobody's promise.
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isGreaterThanOrEqualTo(600);
    }

    @Test
    void aResetLetsSoManyBytesPassAndBothEndsKnow() throws Exception {
        line.weather(new Weather(Mode.RESET, 3, false));

        near.getOutputStream().write("hello".getBytes(US_ASCII));

        assertThatThrownBy(() -> near.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThat(next()).isIn("hel", "reset");
    }

    @Test
    void aResetOfAnswersLetsTheRequestBeDone() throws Exception {
        line.weather(new Weather(Mode.RESET, 3, true));

        near.getOutputStream().write("hello".getBytes(US_ASCII));

        assertThat(next()).isEqualTo("hello");
        assertThatThrownBy(() -> near.getInputStream().readNBytes(5)).isInstanceOf(SocketException.class);
    }

    @Test
    void aBlackHoleSwallowsAndStaysDeadWhenItIsCalmAgain() throws Exception {
        line.weather(new Weather(Mode.BLACK_HOLE, 0, false));
        near.getOutputStream().write("hello".getBytes(US_ASCII));
        silent(near);
        assertThat(arrived).isEmpty();

        line.weather(Weather.CALM);
        near.getOutputStream().write("again".getBytes(US_ASCII));
        silent(near);
        assertThat(arrived).isEmpty();
        try (var another = connect()) {
            assertThat(say(another, "another")).isEqualTo("another");
        }
    }

    @Test
    void aBlackHoleForAnswersLetsTheRequestBeDone() throws Exception {
        line.weather(new Weather(Mode.BLACK_HOLE, 0, true));

        near.getOutputStream().write("hello".getBytes(US_ASCII));

        assertThat(next()).isEqualTo("hello");
        silent(near);
    }

    @Test
    void aHalfClosePassesTheRequestAndThenItsEnd() throws Exception {
        line.weather(new Weather(Mode.HALF_CLOSE, 0, false));

        near.getOutputStream().write("hello".getBytes(US_ASCII));

        assertThat(next()).isEqualTo("hello");
        assertThat(next()).isEqualTo("end");
    }

    @Test
    void aHalfCloseOfAnswersEndsThemWithoutAWord() throws Exception {
        line.weather(new Weather(Mode.HALF_CLOSE, 0, true));

        near.getOutputStream().write("hello".getBytes(US_ASCII));

        assertThat(next()).isEqualTo("hello");
        assertThat(near.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void whoWaitsForAPieceIsToldOfItsDirectionAlone() throws Exception {
        line.weather(new Weather(Mode.BLACK_HOLE, 0, true));
        var answers = line.passing(true, 1);
        near.getOutputStream().write("hello".getBytes(US_ASCII));
        assertThat(answers.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        silent(near);

        line.weather(Weather.CALM);
        try (var another = connect()) {
            var calls = line.passing(false, 2);
            assertThat(say(another, "hello")).isEqualTo("hello");
            assertThat(calls.getCount()).isEqualTo(1);
            assertThat(say(another, "again")).isEqualTo("again");
            assertThat(calls.getCount()).isZero();
        }
    }

    @Test
    void whereNobodyListensTheConnectionEnds() throws IOException {
        far.close();
        try (var another = connect()) {
            assertThat(another.getInputStream().read()).isEqualTo(-1);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), line.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(US_ASCII));
        return new String(socket.getInputStream().readNBytes(words.length()), US_ASCII);
    }

    /** That nothing comes can only be seen by waiting a little. */
    private static void silent(Socket socket) throws IOException {
        socket.setSoTimeout(300);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    private String next() throws InterruptedException {
        return arrived.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void echo() {
        try {
            while (true) {
                var socket = far.accept();
                var thread = new Thread(() -> echo(socket), "echo-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // The end of the test.
        }
    }

    private void echo(Socket socket) {
        var buffer = new byte[100];
        try (socket) {
            for (var read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                arrived.add(new String(buffer, 0, read, US_ASCII));
                socket.getOutputStream().write(buffer, 0, read);
            }
            arrived.add("end");
        } catch (IOException e) {
            arrived.add("reset");
        }
    }
}
