package uk.helpathand.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** A program of the machine that is asked for one thing. */
public final class Program {

    private Program() {}

    /** Returns whether it is installed, ran and ended with 0. What it says is thrown away. */
    public static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
