package uk.helpathand.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection and as much HTTP/1.1 as a bench needs. By hand, because the client shares the processors with
 * what it measures, and a library's client takes several times as much of them.
 */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final InetSocketAddress address;
    private Socket socket;
    private InputStream in;

    Wire(URI service) {
        address = new InetSocketAddress("127.0.0.1", service.getPort());
    }

    /** @param head its lines, as one text */
    record Answer(int status, String head, String body) {}

    Answer send(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(address, PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        }
        try {
            socket.getOutputStream().write(request);
            return read();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Answer read() throws IOException {
        String head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        String lower = head.toLowerCase(Locale.ROOT);
        byte[] body = lower.contains("transfer-encoding: chunked") ? chunks() : bytes(length(lower, status));
        if (lower.contains("connection: close")) {
            close();
        }
        return new Answer(status, head, new String(body, StandardCharsets.UTF_8));
    }

    private static int length(String head, int status) throws IOException {
        int at = head.indexOf("content-length: ");
        if (at < 0 && status == 204) {
            return 0;
        }
        if (at < 0) {
            throw new IOException("an answer without a length");
        }
        return Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
    }

    private String head() throws IOException {
        var head = new StringBuilder(512);
        while (!(head.length() > 3 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0)) {
            head.append((char) next());
        }
        return head.toString();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(), 16);
        while (size > 0) {
            body.write(bytes(size));
            line();
            size = Integer.parseInt(line(), 16);
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private int next() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is gone either way.
        } finally {
            socket = null;
        }
    }
}
