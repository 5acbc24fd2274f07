package uk.helpathand.local;

import java.io.IOException;
import uk.helpathand.local.sms.SmsSimulator;

/** The simulated providers of text messages as a part of the stack. Its secrets are made at its first start, not before. */
final class LocalSms implements RunningPart {

    private final SmsSetup setup;
    private SmsSimulator simulator;

    LocalSms(SmsSetup setup) {
        this.setup = setup;
    }

    @Override
    public synchronized void start() {
        if (simulator == null) {
            simulator = new SmsSimulator(setup.simulator());
        }
        try {
            simulator.start();
        } catch (IOException e) {
            throw Trouble.failed("The SMS simulator cannot be started: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized boolean alive() {
        return simulator != null && simulator.alive();
    }

    /** Its APIs are gone; its texts are kept. */
    @Override
    public synchronized void stop() {
        if (simulator != null) {
            simulator.stop();
        }
    }

    @Override
    public synchronized void close() {
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
