package uk.helpathand.casework.subjectaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Author;
import uk.helpathand.api.Channel;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.Guide;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.Referral;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.Requester;
import uk.helpathand.api.Safe;
import uk.helpathand.api.SafeTime;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.api.WireName;
import uk.helpathand.api.casework.BodyKind;
import uk.helpathand.api.casework.CaseStatus;
import uk.helpathand.api.casework.ChildTold;
import uk.helpathand.api.casework.ConsentGiver;
import uk.helpathand.api.casework.DisclosureWay;
import uk.helpathand.api.casework.EnquiryStatus;
import uk.helpathand.api.casework.ErasureGround;
import uk.helpathand.api.casework.ErasureStatus;
import uk.helpathand.api.casework.OwnerKind;
import uk.helpathand.api.casework.SharedPart;
import uk.helpathand.api.casework.SharingBasis;
import uk.helpathand.api.casework.SubjectAccessAskedBy;
import uk.helpathand.api.casework.SubjectAccessGiven;
import uk.helpathand.api.casework.TaskKind;
import uk.helpathand.api.casework.TriageOutcome;
import uk.helpathand.api.casework.VerificationQuestion;
import uk.helpathand.platform.codes.Code;
import uk.helpathand.platform.codes.CodeLists;
import uk.helpathand.platform.safecontact.Rule;

/** No code comes to a child without words: a new value of an enum, a code list or a phrase file needs some. */
class WordsTest {

    private static final Path SOURCES = Path.of("src/main/java/uk/helpathand/casework/subjectaccess");
    private static final Path CONTACT = Path.of("../contact-service/src/main");
    private static final Path SAFETY = CONTACT.resolve("java/uk/helpathand/contact/safety");
    private static final Path SMS = CONTACT.resolve("java/uk/helpathand/contact/sms");

    private static final Pattern LIST_USED =
            Pattern.compile("(?:\\.code\\(\\s*(?:\"[^\"]*\"|WRITER)|Words\\.of\\()[,\\s]*\"([a-z-]+)\"");
    private static final Pattern PHRASE_REASON = Pattern.compile("(?m)^reason (\\S+) (.*)$");
    private static final Pattern REASON_IN_JAVA =
            Pattern.compile("String [A-Z_]+ = \"((?:danger|high|screening|dated)-[a-z-]+)\"");
    private static final Pattern WORD_OF_PROVIDER = Pattern.compile("String (?:PROVIDER|TEXT|EMAIL) = \"([a-z]+)\"");

    private final CodeLists codeLists = new CodeLists();

    @Test
    void every_code_that_a_section_shows_has_words() throws IOException {
        var without = new TreeSet<String>();
        lists().forEach((list, codes) ->
                codes.stream().filter(code -> !Words.has(list, code)).forEach(code -> without.add(list + "." + code)));

        assertThat(without).isEmpty();
    }

    @Test
    void every_list_that_a_section_names_is_one_of_them() throws IOException {
        var used = new TreeSet<String>();
        for (Path source : files(SOURCES, ".java")) {
            LIST_USED.matcher(Files.readString(source)).results().forEach(found -> used.add(found.group(1)));
        }

        assertThat(used).containsExactlyInAnyOrderElementsOf(lists().keySet());
    }

    @Test
    void every_field_of_an_adults_form_has_words_and_a_list_where_it_has_codes() {
        Set<String> fields = Stream.concat(
                        fields(Referral.ReferredChild.class, ""),
                        fields(Referral.class, "").filter(field -> !field.startsWith("children")))
                .collect(Collectors.toSet());

        assertThat(fields).contains("wish.obtained", "events.on").allMatch(field -> Words.has("referral", field));
        assertThat(fields).containsAll(ReferralSection.LISTS.keySet());
    }

    @Test
    void a_code_without_words_stands_as_it_is() {
        assertThat(Words.of("channel", "carrier-pigeon")).isEqualTo("carrier-pigeon");
        assertThat(Words.of("channel", "")).isEmpty();
        assertThat(Words.of("channel", null)).isNull();
        assertThat(Words.of("shared", new String[] {"wishes", "a-later-one"})).isEqualTo("what you want; a-later-one");
    }

    @Test
    void a_language_has_its_english_name() {
        assertAll(
                () -> assertThat(Words.language("en")).isEqualTo("English"),
                () -> assertThat(Words.language("ar")).isEqualTo("Arabic"),
                () -> assertThat(Words.language("pt-BR")).isEqualTo("Portuguese"),
                () -> assertThat(Words.language("qx")).isEqualTo("qx"),
                () -> assertThat(Words.language("no tag at all")).isEqualTo("no tag at all"),
                () -> assertThat(Words.language(null)).isNull());
    }

    private Map<String, Set<String>> lists() throws IOException {
        var lists = new HashMap<String, Set<String>>();
        lists.put("asked-by", wires(SubjectAccessAskedBy.values()));
        lists.put("basis", wires(SharingBasis.values()));
        lists.put("body", wires(BodyKind.values()));
        lists.put("case", wires(CaseStatus.values()));
        lists.put("channel", wires(Channel.values()));
        lists.put("closure", codes(CodeLists.CLOSURE_REASON));
        lists.put("consent-by", wires(ConsentGiver.values()));
        lists.put("delivery", wires(DeliveryState.values()));
        lists.put("enquiry", wires(EnquiryStatus.values()));
        lists.put("erasure", wires(ErasureStatus.values()));
        lists.put("erasure-ground", wires(ErasureGround.values()));
        lists.put("given", wires(SubjectAccessGiven.values()));
        lists.put("guide", wires(Guide.values()));
        lists.put("message-by", writers(Author.values()));
        lists.put("number-is", wires(NumberIs.values()));
        lists.put("owner", wires(OwnerKind.values()));
        lists.put("progress", wires(ProgressStage.values()));
        lists.put("question", wires(VerificationQuestion.values()));
        lists.put("reason", reasons());
        lists.put("reply-by", wires(ReplyBy.values()));
        lists.put("revocation", codes(CodeLists.REVOCATION_REASON));
        lists.put("safe", wires(Safe.values()));
        lists.put("safe-time", wires(SafeTime.values()));
        lists.put("shared", wires(SharedPart.values()));
        lists.put("task", wires(TaskKind.values()));
        lists.put("text-rule", wires(Rule.values()));
        lists.put("told", wires(ChildTold.values()));
        lists.put("triage", wires(TriageOutcome.values()));
        lists.put("urgency", wires(Urgency.values()));
        lists.put("warning", phraseReasons("warning"));
        lists.put("way", wires(DisclosureWay.values()));
        lists.put(
                "who",
                Stream.concat(writers(Author.values()).stream(), wires(Requester.values()).stream())
                        .collect(Collectors.toSet()));
        lists.put("provider", found(SMS.resolve("notify"), WORD_OF_PROVIDER));
        lists.get("provider").addAll(found(SMS.resolve("twilio"), WORD_OF_PROVIDER));
        lists.put("route", found(SMS.resolve("OutgoingText.java"), WORD_OF_PROVIDER));
        // Of these the most are the providers' own words: those that are ours.
        lists.put("failure", Set.of("erased", "no-provider", "no-such-address", "number-gone"));
        lists.put("told-by-provider", Set.of("message"));
        // By the fields of the records, in a test of its own.
        lists.put("referral", Set.of());
        lists.forEach(
                (list, codes) -> assertThat(codes).as(list).matches(all -> list.equals("referral") || !all.isEmpty()));
        return lists;
    }

    private static Set<String> wires(WireName... values) {
        return Arrays.stream(values).map(WireName::wire).collect(Collectors.toSet());
    }

    private static Set<String> writers(WireName... values) {
        Set<String> writers = wires(values);
        writers.add((String) Whose.writer("child", Entry.SEVERAL_CHILDREN));
        return writers;
    }

    private Set<String> codes(String list) {
        return codeLists.get(list).codes().stream().map(Code::code).collect(Collectors.toSet());
    }

    /** Those of the contract, those that a phrase file gives, and those that the program makes itself. */
    private static Set<String> reasons() throws IOException {
        Set<String> reasons = phraseReasons("immediate|high");
        reasons.addAll(found(SAFETY, REASON_IN_JAVA));
        Arrays.stream(UrgencyReason.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .forEach(reasons::add);
        assertThat(reasons)
                .contains("said-not-safe", "danger-suicide", "danger-by-its-words", "screening-failed", "dated-event");
        return reasons;
    }

    private static Set<String> phraseReasons(String kind) throws IOException {
        var reasons = new TreeSet<String>();
        for (Path file : files(CONTACT.resolve("resources/safety"), ".phrases")) {
            Matcher reason = PHRASE_REASON.matcher(Files.readString(file));
            while (reason.find()) {
                if (reason.group(2).matches(".*\\b(" + kind + ")\\b.*")) {
                    reasons.add(reason.group(1));
                }
            }
        }
        return reasons;
    }

    private static Set<String> found(Path where, Pattern code) throws IOException {
        var found = new TreeSet<String>();
        for (Path source : files(where, ".java")) {
            code.matcher(Files.readString(source)).results().forEach(one -> found.add(one.group(1)));
        }
        return found;
    }

    private static List<Path> files(Path where, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Stream<String> fields(Class<?> type, String path) {
        return Arrays.stream(type.getRecordComponents()).flatMap(field -> {
            Class<?> inner = typeOf(field);
            return inner.isRecord() ? fields(inner, path + field.getName() + ".") : Stream.of(path + field.getName());
        });
    }

    private static Class<?> typeOf(RecordComponent field) {
        return field.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : field.getType();
    }
}
