package uk.helpathand.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** {@code deploy/up}: everything on this machine, until Ctrl-C. */
public final class Up {

    /** Held here because a logger that nobody holds forgets its level. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private final PrintStream screen;
    private final Options options;
    private final StackConfig config;
    private volatile boolean stopping;

    private Up(PrintStream screen, Options options, Path repository) {
        this.screen = screen;
        this.options = options;
        this.config = StackConfig.standard(repository, this::say);
    }

    public static void main(String... arguments) throws InterruptedException {
        silenceLibraries();
        try {
            var options = Options.parse(arguments);
            new Up(System.out, options, Path.of(System.getProperty("helpathand.repository", ""))).run();
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(e.exitCode());
        }
    }

    static void silenceLibraries() {
        // Their news is ours to tell, in one line; what went wrong with a part stands in its log.
        LIBRARIES.setLevel(Level.OFF);
        // Now, by one thread: else it complains on the screen that several came at once.
        LoggerFactory.getILoggerFactory();
    }

    private void run() throws InterruptedException {
        try {
            up();
        } catch (Trouble e) {
            if (!stopping) {
                throw e;
            }
            // What fails because we stop is no news; the stopping thread ends the program.
        }
        new CountDownLatch(1).await();
    }

    private void up() {
        Preflight.java(Runtime.version().feature());
        Preflight.folder(config.folder());
        var lock = RunLock.take(config.run());
        var stack = new LocalStack(config);
        for (var name : stack.endLeftOvers()) {
            say("%s was left running by an earlier start and is stopped.".formatted(name));
        }
        if (options.fresh()) {
            empty();
        }
        Preflight.ports(config.ports());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, lock), "stop"));
        say("Starting Help at Hand. Logs: " + config.logs());
        stack.start();
        screen.print(Welcome.text(stack, config));
        if (options.demo()) {
            Demo.send(stack.contactUrl(), this::say);
        }
        Watch.over(stack, this::say);
        archiveClasses(stack);
    }

    /** Nobody waits for it. */
    private void archiveClasses(LocalStack stack) {
        try {
            stack.archiveClasses();
        } catch (Trouble e) {
            say("The services go on, and the next start takes as long as this one: " + e.getMessage());
        }
    }

    private void empty() {
        for (var folder : new Path[] {config.data(), config.keys(), config.anchors(), config.logs()}) {
            Folders.delete(folder);
        }
        say("Data, keys and logs are emptied.");
    }

    private void stop(LocalStack stack, RunLock lock) {
        screen.println();
        screen.println("Stopping ...");
        stopping = true;
        stack.close();
        lock.release();
        screen.println("Stopped. The data is kept in " + config.data() + ".");
        screen.flush();
    }

    /** Once we stop, a part that ends is no news. */
    private void say(String line) {
        if (!stopping) {
            screen.println(line);
        }
    }
}
