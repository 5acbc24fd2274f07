package uk.helpathand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who took how much of the processors, and how much memory a service holds, as Linux counts it. */
final class Processors {

    static final String CONTACT = "contact-service";
    static final String CASE = "case-service";
    static final String DATABASE = "database";
    static final String CLIENT = "client";

    /** Whatever else runs on the machine: a figure beside which this is not near nothing is worth nothing. */
    static final String OTHERS = "others";

    private static final double TICKS_A_SECOND = 100;

    private final Path stack;
    private final Map<String, Long> peaks = new TreeMap<>();

    /** Megabytes that the largest copy of each service held as a load began or ended. */
    private final Map<String, List<Long>> looks = new TreeMap<>();

    /** @param stack the folder of the stack: it stands in the command line of its programs */
    Processors(Path stack) {
        this.stack = stack;
    }

    /** Processor seconds so far, by who took them. */
    Map<String, Double> now() {
        look();
        var seconds = new TreeMap<String, Double>();
        seconds.put(CONTACT, sum(service(CONTACT)));
        seconds.put(CASE, sum(service(CASE)));
        seconds.put(DATABASE, sum(database()));
        seconds.put(CLIENT, sum(List.of(ProcessHandle.current().pid())));
        double ours = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        seconds.put(OTHERS, busy() - ours);
        return seconds;
    }

    /** Of all processors and by everybody, since the machine started: user, nice and system. */
    private static double busy() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            String[] fields = lines.findFirst().orElseThrow().split("\\s+");
            return Stream.of(1, 2, 3)
                            .mapToLong(field -> Long.parseLong(fields[field]))
                            .sum()
                    / TICKS_A_SECOND;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The share of all processors that each took since then, in per cent. */
    static Map<String, Long> shares(Map<String, Double> before, Map<String, Double> after, double seconds) {
        double all = seconds * Runtime.getRuntime().availableProcessors();
        return after.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> Math.round(100 * (part.getValue() - before.getOrDefault(part.getKey(), 0.0)) / all),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private void look() {
        for (String service : List.of(CONTACT, CASE)) {
            service(service).stream()
                    .mapToLong(pid -> status(pid, "VmRSS:") / 1024)
                    .max()
                    .ifPresent(held -> looks.computeIfAbsent(service, name -> new ArrayList<>())
                            .add(held));
        }
    }

    /** Megabytes: half of the looks found no more. */
    long usuallyResident(String service) {
        List<Long> held =
                looks.getOrDefault(service, List.of()).stream().sorted().toList();
        return held.isEmpty() ? 0 : held.get(held.size() / 2);
    }

    /** Before a copy of a service stops: what it has held at most is gone with it. */
    void remember() {
        for (String service : List.of(CONTACT, CASE)) {
            service(service).forEach(pid -> peaks.merge(service, status(pid, "VmHWM:") / 1024, Long::max));
        }
    }

    /** Megabytes that one copy of a service has held at most: one that runs, or one that was remembered. */
    long peakResident(String service) {
        remember();
        return peaks.getOrDefault(service, 0L);
    }

    private List<Long> service(String name) {
        return pids(line -> line.contains(stack.toString()) && line.contains(name + "/target/quarkus-app"));
    }

    private List<Long> database() {
        return pids(line -> line.contains(stack.resolve("data").toString()) && line.contains("postgres")).stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid)
                .distinct()
                .toList();
    }

    private static List<Long> pids(Predicate<String> commandLine) {
        return ProcessHandle.allProcesses()
                .filter(handle -> commandLine.test(read(handle.pid(), "cmdline").replace('\0', ' ')))
                .map(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid())
                .toList();
    }

    /** With those that have ended: a backend's time goes to the postmaster when it ends. */
    private static double sum(List<Long> pids) {
        return pids.stream().mapToLong(Processors::ticks).sum() / TICKS_A_SECOND;
    }

    private static long ticks(long pid) {
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length < 15
                ? 0
                : Stream.of(11, 12, 13, 14)
                        .mapToLong(field -> Long.parseLong(fields[field]))
                        .sum();
    }

    private static long status(long pid, String name) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            // It has ended meanwhile.
            return "";
        }
    }
}
