package uk.helpathand.local.sms;

import java.util.Map;
import java.util.TreeMap;

/** The faults in force at each service number. */
final class FaultTable {

    private final Map<String, Faults> faults = new TreeMap<>();
    private final Map<String, Integer> sendsLeft = new TreeMap<>();

    synchronized void set(ServiceNumber service, Faults now) {
        faults.put(service.number(), now);
        sendsLeft.put(service.number(), now.sendsHit());
    }

    synchronized Faults of(ServiceNumber service) {
        return faults.getOrDefault(service.number(), Faults.NONE);
    }

    /** What goes wrong with this send; counts it. */
    synchronized SendFault nextSend(ServiceNumber service) {
        var now = of(service);
        if (now.sendsHit() == 0) {
            return now.sends();
        }
        var left = sendsLeft.getOrDefault(service.number(), 0);
        if (left == 0) {
            return SendFault.NONE;
        }
        sendsLeft.put(service.number(), left - 1);
        return now.sends();
    }
}
