package uk.helpathand.platform.codes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The code lists, from the files in {@code codes/}, which both services carry. Read once at the start, or not started. */
@ApplicationScoped
public class CodeLists {

    public static final String CLOSURE_REASON = "closure_reason";
    public static final String CONSENT = "consent";
    public static final String COUNCIL = "council";
    public static final String LEGAL_STATUS = "legal_status";
    public static final String LIBERTY_AUTHORITY = "liberty_authority";
    public static final String LIBERTY_RESTRICTION = "liberty_restriction";
    public static final String LIBERTY_ROUTE = "liberty_route";
    public static final String REFERRER_TYPE = "referrer_type";
    public static final String REVOCATION_REASON = "revocation_reason";
    public static final String SETTING = "setting";
    public static final String THEME = "theme";
    public static final String WISH_NOT_KNOWN = "wish_not_known";
    public static final String WISH_OBTAINED = "wish_obtained";
    public static final String YES_NO_UNKNOWN = "yes_no_unknown";

    private final Map<String, CodeList> lists = List.of(
                    CLOSURE_REASON,
                    CONSENT,
                    COUNCIL,
                    LEGAL_STATUS,
                    LIBERTY_AUTHORITY,
                    LIBERTY_RESTRICTION,
                    LIBERTY_ROUTE,
                    REFERRER_TYPE,
                    REVOCATION_REASON,
                    SETTING,
                    THEME,
                    WISH_NOT_KNOWN,
                    WISH_OBTAINED,
                    YES_NO_UNKNOWN)
            .stream()
            .map(CodeLists::load)
            .collect(Collectors.toUnmodifiableMap(CodeList::name, Function.identity()));

    public Optional<CodeList> find(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** @throws IllegalArgumentException for a list that is not there */
    public CodeList get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no code list " + name));
    }

    private static CodeList load(String name) {
        try (InputStream file = CodeLists.class.getResourceAsStream("/codes/" + name + ".csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<Code> codes = rows.stream().map(CodeLists::code).toList();
            if (codes.stream().map(Code::code).distinct().count() < codes.size()) {
                throw new IllegalStateException("a code stands twice in " + name);
            }
            return new CodeList(name, codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Code code(NamedCsvRecord row) {
        String plain = row.getField("plain");
        String parent = row.getField("parent");
        String validTo = row.getField("valid_to");
        return new Code(
                row.getField("code"),
                parent.isEmpty() ? null : parent,
                row.getField("label"),
                plain.isEmpty() ? row.getField("label") : plain,
                LocalDate.parse(row.getField("valid_from")),
                validTo.isEmpty() ? null : LocalDate.parse(validTo),
                several(row.getField("replaced_by")),
                several(row.getField("also_known_as")));
    }

    private static List<String> several(String cell) {
        return Arrays.stream(cell.split("\\|")).filter(part -> !part.isEmpty()).toList();
    }
}
