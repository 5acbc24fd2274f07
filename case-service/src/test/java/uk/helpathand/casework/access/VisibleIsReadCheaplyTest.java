package uk.helpathand.casework.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.grammars.hql.HqlLexer;
import org.hibernate.grammars.hql.HqlParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first call of each list parses its HQL with nothing learned yet. Brackets within brackets once made that 200 MB, a good part of
 * it at once, and the service ran out of memory (docs/performance.md).
 */
class VisibleIsReadCheaplyTest {

    private static final long MOST_BYTES = 130L << 20;

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of("Enquiry it", Visible.enquiry("it.id")),
                Arguments.of("Conversation it", Visible.conversation("it.id")),
                Arguments.of("Task it", Visible.conversation("it.conversationId")),
                Arguments.of("CaseFile it", Visible.caseFile("it")),
                Arguments.of("Child it", Visible.child("it.id")));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void a_parser_without_memories_takes_little_memory(String of, String condition) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        parser("select 1").getInterpreter().clearDFA();
        parser("from " + of).statement();
        long before = threads.getCurrentThreadAllocatedBytes();

        parser("from " + of + " where (it.at, it.id) > (:at, :id) and " + condition + " order by it.at, it.id")
                .statement();

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
    }

    /** As Hibernate tries it first. */
    private static HqlParser parser(String hql) {
        var parser = new HqlParser(new CommonTokenStream(new HqlLexer(CharStreams.fromString(hql))));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        return parser;
    }
}
