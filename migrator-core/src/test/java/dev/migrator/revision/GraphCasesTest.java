package dev.migrator.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.error.MigratorException;
import dev.migrator.test.CasesDirectory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Compares the graph with what Alembic answered for the same revisions.
 */
class GraphCasesTest {

	@TestFactory
	Stream<DynamicTest> answersAsAlembicDoes() {
		return GraphCase.readAll(CasesDirectory.of("graph"))
			.stream()
			.map((graphCase) -> DynamicTest.dynamicTest(
					graphCase.name() + " (" + graphCase.queries().size() + " queries)", () -> check(graphCase)));
	}

	private static void check(GraphCase graphCase) {
		if (graphCase.error() != null) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> RevisionGraph.of(graphCase.revisions()))
				.satisfies((ex) -> assertThat(ex.category().code()).isEqualTo(graphCase.error()));
			return;
		}
		RevisionGraph graph = RevisionGraph.of(graphCase.revisions());
		List<String> failures = new ArrayList<>();
		for (JsonNode query : graphCase.queries()) {
			check(graph, query, failures);
		}
		assertThat(failures).as("answers that differ").isEmpty();
	}

	private static void check(RevisionGraph graph, JsonNode query, List<String> failures) {
		GraphAnswer expected = GraphAnswer.expected(query.get("expect"));
		GraphAnswer actual;
		try {
			actual = GraphAnswer.of(graph, query);
		}
		catch (RuntimeException ex) {
			failures.add(query + " breaks down with " + ex);
			return;
		}
		boolean unordered = query.path("unordered").asBoolean(false);
		boolean same = unordered ? actual.unordered().equals(expected.unordered()) : actual.equals(expected);
		if (!same && !IntendedDifferences.allow(graph, query, expected, actual)) {
			failures.add(query + " gives " + actual);
		}
	}

}
