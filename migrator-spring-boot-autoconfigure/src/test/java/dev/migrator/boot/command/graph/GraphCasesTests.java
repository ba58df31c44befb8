package dev.migrator.boot.command.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Draws the histories of the graphs by which the core compares itself with Alembic: the
 * whole of each and what follows each revision.
 */
class GraphCasesTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest
	@EnumSource
	void eachHistoryCanBeReadFromItsDrawing(LaneCharacters characters) {
		Map<String, RevisionGraph> graphs = graphs();
		assertThat(graphs).hasSizeGreaterThan(100);
		graphs.forEach((name, graph) -> {
			check(name, graph.history("", "", List.of()), characters);
			for (RevisionInfo start : graph.revisions()) {
				check(name + " from " + start.id(), graph.history(start.id(), "", List.of()), characters);
			}
		});
	}

	private static void check(String name, List<RevisionInfo> revisions, LaneCharacters characters) {
		LaneReader reader = LaneReader.read(new GraphLines(characters).draw(revisions, RevisionInfo::id));
		assertThat(reader.nodes).as(name).isEqualTo(revisions.stream().map(RevisionInfo::id).toList());
		Set<String> edges = new TreeSet<>();
		for (RevisionInfo revision : revisions) {
			for (RevisionInfo other : revisions) {
				if (revision.downRevisions().contains(other.id())) {
					edges.add(revision.id() + ">" + other.id());
				}
			}
		}
		assertThat(reader.edges).as(name).isEqualTo(edges);
	}

	private static Map<String, RevisionGraph> graphs() {
		Map<String, RevisionGraph> graphs = new HashMap<>();
		try (InputStream file = Objects
			.requireNonNull(GraphCasesTests.class.getResourceAsStream("/cases/graph/graph.jsonl"));
				BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			for (String line : reader.lines().toList()) {
				JsonNode json = JSON.readTree(line);
				if (!json.has("error")) {
					graphs.put(json.get("name").asString(), RevisionGraph
						.of(json.get("revisions").valueStream().map(GraphCasesTests::revision).toList()));
				}
			}
			return graphs;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static RevisionInfo revision(JsonNode json) {
		return new RevisionInfo(json.get("id").asString(), strings(json, "down").toList(),
				strings(json, "dependsOn").toList(), strings(json, "labels").collect(Collectors.toSet()),
				json.path("message").asString(""), null);
	}

	private static Stream<String> strings(JsonNode json, String field) {
		return json.path(field).valueStream().map(JsonNode::asString);
	}

}
