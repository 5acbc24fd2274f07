package uk.helpathand.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The order of a start. Keycloak is slow, and neither service needs it to start, so everything else comes up beside it. */
final class Startup {

    /** A thread for each step: the steps wait for other processes most of the time. */
    private static final Executor THREADS = step -> {
        var thread = new Thread(step, "startup");
        thread.setDaemon(true);
        thread.start();
    };

    private final Consumer<String> news;
    private final Consumer<Part> starter;
    private final CompletableFuture<Void> failed = new CompletableFuture<>();

    Startup(StackConfig config, Consumer<Part> starter) {
        this.news = config.news();
        this.starter = starter;
    }

    /**
     * Returns when all is ready.
     *
     * @throws Trouble as soon as one step fails
     */
    void run(Runnable migrateContact, Runnable migrateCase) {
        var now = CompletableFuture.<Void>completedFuture(null);
        var mail = start(now, Part.MAIL);
        var sms = start(now, Part.SMS);
        var keycloak = start(now, Part.KEYCLOAK);
        var postgres = start(now, Part.POSTGRES);
        var contactMigrated = after(postgres, migrateContact);
        // One migration after the other: side by side they only take each other's processor.
        var caseMigrated = after(contactMigrated, migrateCase);
        var contact = start(CompletableFuture.allOf(contactMigrated, sms), Part.CONTACT_SERVICE);
        var casework = start(caseMigrated, Part.CASE_SERVICE);
        await(List.of(mail, keycloak, contact, casework));
    }

    private CompletableFuture<Void> start(CompletableFuture<Void> before, Part part) {
        return after(before, () -> {
            var began = System.nanoTime();
            starter.accept(part);
            var took = Duration.ofNanos(System.nanoTime() - began);
            news.accept("  %-16s ready after %.1f s".formatted(part.label(), took.toMillis() / 1000.0));
        });
    }

    private CompletableFuture<Void> after(CompletableFuture<Void> before, Runnable step) {
        var done = before.thenRunAsync(step, THREADS);
        done.exceptionally(e -> {
            failed.completeExceptionally(e);
            return null;
        });
        return done;
    }

    private void await(List<CompletableFuture<Void>> steps) {
        var all = CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Trouble trouble ? trouble : e;
        }
    }
}
