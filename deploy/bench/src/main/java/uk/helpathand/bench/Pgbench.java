package uk.helpathand.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.helpathand.local.Program;

/** The limit: what the same server does with the same statements when nothing but pgbench sends them. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("(?m)^number of failed transactions: (\\d+)");

    private final Whole whole;
    private final Path scripts;

    Pgbench(Whole whole, Path scripts) {
        this.whole = whole;
        this.scripts = scripts;
    }

    static boolean isInstalled() {
        return Program.succeeds("pgbench", "--version");
    }

    /** Transactions a second, as the application role. */
    double perSecond(String script, String database, int clients, long seconds, Map<String, String> values) {
        String role = database + "_app";
        List<String> command = new ArrayList<>(List.of(
                "pgbench",
                "--host=127.0.0.1",
                "--port=" + whole.ports.postgres(),
                "--username=" + role,
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, 2),
                "--time=" + seconds,
                "--file=" + scripts.resolve(script)));
        values.forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.add(database);
        return rate(run(command, whole.password(role)));
    }

    static double rate(String output) {
        Matcher rate = RATE.matcher(output);
        Matcher failed = FAILED.matcher(output);
        if (!rate.find() || (failed.find() && !failed.group(1).equals("0"))) {
            throw new IllegalStateException("pgbench did not do it:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String run(List<String> command, String password) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", password);
            // As the services do.
            builder.environment().put("PGOPTIONS", "-c plan_cache_mode=force_generic_plan -c jit=off");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
