package dev.migrator.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a file of cases: a graph, and either questions with the answers Alembic
 * gave or the error with which the graph is refused.
 */
record GraphCase(String name, List<RevisionInfo> revisions, @Nullable String error, List<JsonNode> queries) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static List<GraphCase> readAll(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			List<GraphCase> cases = files.filter((file) -> file.toString().endsWith(".jsonl"))
				.sorted()
				.flatMap(GraphCase::lines)
				.filter((line) -> !line.isBlank())
				.map(GraphCase::read)
				.toList();
			if (cases.isEmpty()) {
				throw new IllegalStateException("There is not a single case in " + directory);
			}
			return cases;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static GraphCase read(String line) {
		JsonNode json = JSON.readTree(line);
		List<RevisionInfo> revisions = json.get("revisions").valueStream().map(GraphCase::revision).toList();
		JsonNode error = json.get("error");
		JsonNode queries = json.get("queries");
		return new GraphCase(json.get("name").asString(), revisions, (error != null) ? error.asString() : null,
				(queries != null) ? queries.valueStream().toList() : List.of());
	}

	private static RevisionInfo revision(JsonNode json) {
		return new RevisionInfo(json.get("id").asString(), strings(json, "down"), strings(json, "dependsOn"),
				new LinkedHashSet<>(strings(json, "labels")), json.path("message").asString(""), null);
	}

	static List<String> strings(JsonNode json, String field) {
		return strings(json.path(field));
	}

	static List<String> strings(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

}
