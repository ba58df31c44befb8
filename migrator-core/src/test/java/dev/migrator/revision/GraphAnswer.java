package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The answer to a query in the words of the cases: an error or lists of ids.
 *
 * @param error the category of the error, or {@code null}
 * @param ids the plan, the ids, or the rows after a stamp
 * @param versionTable the rows after each step of a plan
 */
record GraphAnswer(@Nullable String error, List<String> ids, List<List<String>> versionTable) {

	static GraphAnswer expected(JsonNode expect) {
		JsonNode error = expect.get("error");
		if (error != null) {
			return new GraphAnswer(error.asString(), List.of(), List.of());
		}
		List<List<String>> versionTable = new ArrayList<>();
		expect.path("versionTable").forEach((rows) -> versionTable.add(GraphCase.strings(rows)));
		for (String field : List.of("plan", "ids", "rows")) {
			if (expect.has(field)) {
				return new GraphAnswer(null, GraphCase.strings(expect, field), versionTable);
			}
		}
		throw new IllegalArgumentException("Not an expectation: " + expect);
	}

	/** Ask the graph; only the engine's own exception counts as an answer. */
	static GraphAnswer of(RevisionGraph graph, JsonNode query) {
		try {
			return ask(graph, query);
		}
		catch (MigratorException ex) {
			return new GraphAnswer(ex.category().code(), List.of(), List.of());
		}
	}

	private static GraphAnswer ask(RevisionGraph graph, JsonNode query) {
		List<String> current = GraphCase.strings(query, "current");
		String op = query.get("op").asString();
		return switch (op) {
			case "upgrade" -> plan(graph.upgrade(current, List.of(query.get("target").asString())));
			case "downgrade" -> plan(graph.downgrade(current, query.get("target").asString()));
			case "stamp" -> ids(graph.stamp(current, GraphCase.strings(query, "target")).rowsAfter());
			case "resolve" -> ids(graph.resolve(query.get("symbol").asString()));
			case "heads" -> ids(graph.heads());
			case "realHeads" -> ids(graph.realHeads());
			case "bases" -> ids(graph.bases());
			case "branchPoints" -> ids(graph.branchPoints());
			case "history" -> ids(graph.history(query.get("from").asString(), query.get("to").asString(), current)
				.stream()
				.map(RevisionInfo::id)
				.toList());
			default -> throw new IllegalArgumentException("Not a query: " + op);
		};
	}

	private static GraphAnswer plan(Plan plan) {
		List<List<String>> versionTable = new ArrayList<>();
		plan.forEachStep((step, rows) -> versionTable.add(List.copyOf(rows)));
		List<String> ids = plan.steps().stream().map((step) -> step.revision().id()).toList();
		return new GraphAnswer(null, ids, versionTable);
	}

	private static GraphAnswer ids(Collection<String> ids) {
		return new GraphAnswer(null, List.copyOf(ids), List.of());
	}

	/** The answer without the order in which its revisions stand. */
	GraphAnswer unordered() {
		int last = this.versionTable.size() - 1;
		return new GraphAnswer(this.error, this.ids.stream().sorted().toList(),
				(last < 0) ? List.of() : List.of(this.versionTable.get(last)));
	}

}
