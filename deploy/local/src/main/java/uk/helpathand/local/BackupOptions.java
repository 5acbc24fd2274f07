package uk.helpathand.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.BiConsumer;

/**
 * What was asked for on the command line of {@code deploy/local/backup} and {@code restore}.
 *
 * @param backup the folder of the backup
 * @param keys the folder of keys and passwords; null where none was named
 * @param replace move aside what is there
 * @param check only try it out
 */
record BackupOptions(Path backup, Path keys, boolean replace, boolean check) {

    /** @throws Trouble naming the first argument that is not known */
    static BackupOptions parse(boolean restore, String... arguments) {
        Path backup = null;
        Path keys = null;
        boolean replace = false;
        boolean check = false;
        for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals("--keys") && rest.hasNext()) {
                keys = Path.of(rest.next()).toAbsolutePath();
            } else if (restore && argument.equals("--replace")) {
                replace = true;
            } else if (restore && argument.equals("--check")) {
                check = true;
            } else if (backup == null && !argument.startsWith("-")) {
                backup = Path.of(argument).toAbsolutePath();
            } else {
                throw Trouble.notReady("Unknown argument " + argument + ". See --help.");
            }
        }
        if (backup == null) {
            throw Trouble.notReady("Say which folder. See --help.");
        }
        return new BackupOptions(backup, keys, replace, check);
    }

    /** The whole of a command: its arguments, the stack of {@code deploy/up}, and one line when it fails. */
    static void run(String[] arguments, boolean restore, BiConsumer<StackConfig, BackupOptions> command) {
        Up.silenceLibraries();
        try {
            var repository = Path.of(System.getProperty("helpathand.repository", ""));
            command.accept(StackConfig.standard(repository, System.out::println), parse(restore, arguments));
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(e.exitCode());
        }
    }
}
