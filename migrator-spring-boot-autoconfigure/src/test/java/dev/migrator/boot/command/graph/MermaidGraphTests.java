package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MermaidGraphTests {

	@Test
	void revisionsAreBoxesAndAllArrowsPointTheWayOfAnUpgrade() {
		RevisionGraph graph = Revisions.shop();
		GraphState state = GraphState.of(graph, List.of("3b1c"), graph.ancestors(List.of("3b1c")));
		assertThat(draw(graph, state)).isEqualTo("""
				graph TD
				    n0["1975ea83b712 (base, branch point)<br>Add hero table"]
				    n1["3b1c (current, billing)<br>Add invoices"]
				    n2["a001 (head, base, reports, warehouse#59; depends on billing)<br>Add reports"]
				    n3["27c6a30d7c24 (orders)<br>Add orders"]
				    n4["4f00 (head, merge point, billing, orders)<br>Merge orders and billing"]
				    n0 --> n1
				    n1 -. dependency .-> n2
				    n0 --> n3
				    n3 --> n4
				    n1 --> n4
				    classDef applied fill:#dafbe1,stroke:#1a7f37,color:#1f2328
				    class n0,n1 applied
				    classDef pending fill:#fff8c5,stroke:#9a6700,color:#1f2328
				    class n2,n3,n4 pending
				    classDef current fill:#1a7f37,stroke:#1a7f37,color:#ffffff
				    class n1 current
				    classDef head stroke-width:4px
				    class n2,n4 head""");
	}

	@Test
	void withoutADatabaseOnlyHeadsAreMarked() {
		RevisionGraph graph = RevisionGraph.of(Revisions.list("b: a, a"));
		assertThat(draw(graph, GraphState.of(graph))).isEqualTo("""
				graph TD
				    n0["a (base)"]
				    n1["b (head)"]
				    n0 --> n1
				    classDef head stroke-width:4px
				    class n1 head""");
	}

	@Test
	void whatIsOutsideTheListHasNoBoxAndNoArrow() {
		RevisionGraph graph = Revisions.shop();
		List<String> lines = new MermaidGraph(GraphState.of(graph))
			.draw(List.of(graph.get("4f00"), graph.get("3b1c"), graph.get("a001")));
		assertThat(lines).contains("    n1 --> n2").noneMatch((line) -> line.contains("-."));
	}

	@Test
	void aDependencyOnADownRevisionIsOneArrow() {
		RevisionGraph graph = RevisionGraph.of(List.of(Revisions.revision("a", List.of()),
				Revisions.revision("b", List.of("a", "a"), List.of("a"), List.of(), "")));
		assertThat(draw(graph, GraphState.of(graph))).containsOnlyOnce("n0 --> n1").doesNotContain("-.");
	}

	@Test
	void whatMeansSomethingToMermaidIsWrittenAsNumbers() {
		assertThat(label("Say \"hi\" <b>&</b> [x] {y} |z| #quot;"))
			.isEqualTo("Say #34;hi#34; #60;b#62;#38;#60;#47;b#62; " + "#91;x#93; #123;y#125; #124;z#124; #35;quot#59;");
		assertThat(label("Größe 表 → 😀")).isEqualTo("Größe 表 #8594; #128512;");
		assertThat(label("1. one")).isEqualTo("1#46; one");
		assertThat(label("1) one (two)")).isEqualTo("1#41; one (two)");
		assertThat(label("- one -- two-three")).isEqualTo("#45; one #45;#45; two-three");
		assertThat(label("_a_ snake_case `code`")).isEqualTo("#95;a_ snake_case #96;code#96;");
		assertThat(label("a\\nb $$c$$ fa:fa-car"))
			.isEqualTo("a#92;#8288;nb #36;#8288;#36;#8288;c#36;#8288;#36;#8288; fa#58;#8288;fa-car");
		assertThat(label("two\nlines\u0007")).isEqualTo("two lines");
	}

	@Test
	void moreArrowsThanMermaidDrawsAreToldInAComment() {
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int number = 0; number <= 501; number++) {
			revisions.add(Revisions.revision("r" + number, (number > 0) ? List.of("r" + (number - 1)) : List.of()));
		}
		RevisionGraph graph = RevisionGraph.of(revisions);
		MermaidGraph mermaid = new MermaidGraph(GraphState.of(graph));
		List<RevisionInfo> newestFirst = Revisions.newestFirst(graph);
		assertThat(mermaid.draw(newestFirst).get(1)).startsWith("    %% 501 arrows");
		assertThat(mermaid.draw(newestFirst.subList(1, 502))).noneMatch((line) -> line.contains("%%"));
	}

	private static String label(String message) {
		RevisionGraph graph = RevisionGraph
			.of(List.of(Revisions.revision("end", List.of(), List.of(), List.of(), message)));
		String box = new MermaidGraph(GraphState.of(graph)).draw(graph.revisions()).get(1);
		String start = "    n0[\"end (head, base)<br>";
		assertThat(box).startsWith(start).endsWith("\"]");
		return box.substring(start.length(), box.length() - 2);
	}

	private static String draw(RevisionGraph graph, GraphState state) {
		return String.join("\n", new MermaidGraph(state).draw(Revisions.newestFirst(graph)));
	}

}
