package uk.helpathand.local.sms;

import java.util.List;

/** Somebody's phone. */
public final class Phone {

    private final String number;
    private final SmsSimulator simulator;
    private final Carrier carrier;

    Phone(String number, SmsSimulator simulator, Carrier carrier) {
        this.number = number;
        this.simulator = simulator;
        this.carrier = carrier;
    }

    /** E.164, or the letters it sends under. */
    public String number() {
        return number;
    }

    /**
     * Texts the service.
     *
     * @param serviceNumber one of those in the configuration
     * @throws IllegalArgumentException for any other
     */
    public Text text(String serviceNumber, String words) {
        return picture(serviceNumber, words, 0);
    }

    /** The same with pictures, which Notify does not pass on. */
    public Text picture(String serviceNumber, String words, int pictures) {
        return carrier.fromPhone(number, simulator.service(serviceNumber), words, pictures);
    }

    /** What reached it, oldest first, of all service numbers. */
    public List<InboxText> inbox() {
        return carrier.thread(number).stream()
                .filter(text -> !text.fromPhone())
                .map(text -> new InboxText(text.service().number(), text.body(), text.updatedAt()))
                .toList();
    }

    /** Both ways, with all service numbers, oldest first. */
    public List<Text> texts() {
        return carrier.thread(number);
    }

    public void reach(Reach reach) {
        carrier.reach(number, reach);
    }
}
