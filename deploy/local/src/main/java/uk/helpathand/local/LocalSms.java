package uk.helpathand.local;

import java.io.IOException;
import uk.helpathand.local.sms.SmsSimulator;

/** The simulated providers of text messages as a part of the stack. Its secrets are made at its first start, not before. */
final class LocalSms {

    private final SmsSetup setup;
    private SmsSimulator simulator;

    LocalSms(SmsSetup setup) {
        this.setup = setup;
    }

    synchronized void start() {
        if (simulator == null) {
            simulator = new SmsSimulator(setup.simulator());
        }
        try {
            simulator.start();
        } catch (IOException e) {
            throw Trouble.failed("The SMS simulator cannot be started: " + e.getMessage(), e);
        }
    }

    synchronized boolean alive() {
        return simulator != null && simulator.alive();
    }

    /** Its APIs are gone; its texts are kept. */
    synchronized void stop() {
        if (simulator != null) {
            simulator.stop();
        }
    }

    synchronized void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    synchronized SmsSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The SMS simulator has not been started");
        }
        return simulator;
    }
}
