package uk.helpathand.local.sms;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/**
 * Two providers of text messages, GOV.UK Notify and Twilio, and the phones behind them, on this machine: their APIs, their
 * callbacks and what goes wrong with both (STANDARDS.md §1.1 and §1.2). Everything is in memory. No text leaves the machine.
 */
public final class SmsSimulator implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final ThreadFactory THREADS = work -> {
        var thread = new Thread(work, "sms-simulator");
        thread.setDaemon(true);
        return thread;
    };

    private final SimulatorConfig config;
    private final FaultTable faults = new FaultTable();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(2, THREADS);
    private final Callbacks callbacks;
    private final Carrier carrier;
    private HttpServer server;
    private ExecutorService workers;

    /** Nothing listens until {@link #start}. */
    public SmsSimulator(SimulatorConfig config) {
        this.config = config;
        this.callbacks = new Callbacks(faults, config.timing(), config.clock(), timer);
        this.carrier = new Carrier(config, faults, callbacks, timer);
    }

    /** Opens the providers' APIs, the page of a phone and {@code /simulator}. */
    public synchronized void start() throws IOException {
        if (alive()) {
            return;
        }
        server = HttpServer.create(new InetSocketAddress(HOST, config.port()), 0);
        workers = Executors.newCachedThreadPool(THREADS);
        server.setExecutor(workers);
        context("/v2/", new NotifyApi(config, carrier, faults)::handle);
        context("/2010-04-01/", new TwilioApi(config, carrier, faults)::handle);
        context("/simulator/", new SimulatorApi(this)::handle);
        context("/", new PhonePage(this)::handle);
        server.start();
    }

    public synchronized boolean alive() {
        return server != null;
    }

    /** Nothing answers any more; callbacks go on, and no text is forgotten until {@link #close}. */
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            workers.shutdownNow();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
        timer.shutdownNow();
    }

    public URI url() {
        return URI.create("http://localhost:" + config.port());
    }

    /** The numbers at which the service can be texted, E.164. */
    public List<String> numbers() {
        return config.numbers().stream().map(ServiceNumber::number).toList();
    }

    /** @param number of a phone in any of the usual ways, or what stands in its place: a short code, letters */
    public Phone phone(String number) {
        return new Phone(Numbers.e164(number).orElse(number), this, carrier);
    }

    /**
     * From now on, at one number.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    public void faults(String serviceNumber, Faults now) {
        faults.set(service(serviceNumber), now);
    }

    public Faults faults(String serviceNumber) {
        return faults.of(service(serviceNumber));
    }

    /** Every try of every callback that has ended, the last 10,000. */
    public List<CallbackAttempt> callbacks() {
        return callbacks.attempts();
    }

    /**
     * Where callbacks really go, for a line that can be broken, or a replica. They are signed for the configured URL all
     * the same, as behind a proxy.
     *
     * @param base scheme, host and port; null for the configured one
     */
    public void callbacksTo(URI base) {
        callbacks.callTo(base);
    }

    ServiceNumber service(String number) {
        return config.numbers().stream()
                .filter(service -> service.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service number of the simulator: " + number));
    }

    private void context(String path, Exchanges.Handler handler) {
        HttpHandler closing = Exchanges.closing(handler);
        server.createContext(path, closing);
    }
}
