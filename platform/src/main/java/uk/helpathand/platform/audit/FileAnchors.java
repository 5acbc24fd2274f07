package uk.helpathand.platform.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Anchors as lines of a file on another volume, one line each: name, blank, content. It is opened to append only, so it may
 * carry that attribute ({@code chattr +a}). What a crash cut short is closed with {@code ~} by the next writer and is none.
 */
final class FileAnchors implements AnchorStore {

    private static final byte[] TORN = {'~', '\n'};

    /** Longer than any line by far. */
    private static final int TAIL = 4_096;

    private final Path path;

    FileAnchors(Path path) {
        this.path = path;
    }

    @Override
    public boolean put(String name, String content) throws IOException {
        // A lock of a file is the whole process's: two threads of it would both have it.
        synchronized (FileAnchors.class) {
            boolean isNew = !Files.exists(path);
            // Of a file beside it: a lock ends when any channel to its file is closed, and the tail is read by another.
            try (FileChannel guard = append(path.resolveSibling(path.getFileName() + ".lock"));
                    FileLock lock = guard.lock();
                    FileChannel file = append(path)) {
                if (!lock.isValid() || !isNewer(name)) {
                    return false;
                }
                if (endsTorn()) {
                    write(file, TORN);
                }
                write(file, (name + " " + content + "\n").getBytes(StandardCharsets.UTF_8));
                file.force(true);
            }
            if (isNew) {
                syncFolder();
            }
            return true;
        }
    }

    private boolean isNewer(String name) throws IOException {
        Optional<Kept> newest = latest();
        return newest.isEmpty() || newest.get().name().compareTo(name) < 0;
    }

    @Override
    public Optional<Kept> latest() throws IOException {
        byte[] tail = tail();
        int end = lastNewline(tail, tail.length);
        while (end >= 0) {
            int before = lastNewline(tail, end);
            if (before < 0 && tail.length == TAIL) {
                break;
            }
            var line = new String(tail, before + 1, end - before - 1, StandardCharsets.UTF_8);
            if (!line.endsWith("~")) {
                return Optional.of(kept(line));
            }
            end = before;
        }
        return tail.length < TAIL ? Optional.empty() : latestOfAll();
    }

    /** When the whole tail is what crashes left behind. */
    private Optional<Kept> latestOfAll() throws IOException {
        Kept[] last = new Kept[1];
        list(kept -> last[0] = kept);
        return Optional.ofNullable(last[0]);
    }

    @Override
    public void list(Reader reader) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path))) {
            var line = new ByteArrayOutputStream();
            for (int next = file.read(); next >= 0; next = file.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                var text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                if (!text.endsWith("~")) {
                    reader.read(kept(text));
                }
            }
        }
    }

    private static FileChannel append(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Kept kept(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? new Kept("", line) : new Kept(line.substring(0, blank), line.substring(blank + 1));
    }

    private boolean endsTorn() throws IOException {
        byte[] tail = tail();
        return tail.length > 0 && tail[tail.length - 1] != '\n';
    }

    private byte[] tail() throws IOException {
        if (!Files.exists(path)) {
            return new byte[0];
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = file.size();
            var tail = ByteBuffer.allocate((int) Math.min(size, TAIL));
            long from = size - tail.capacity();
            while (tail.hasRemaining() && file.read(tail, from + tail.position()) >= 0) {
                // until it is full
            }
            return tail.array();
        }
    }

    private static int lastNewline(byte[] bytes, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static void write(FileChannel file, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    /** Or the name of a new file may be gone after a crash. */
    private void syncFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
