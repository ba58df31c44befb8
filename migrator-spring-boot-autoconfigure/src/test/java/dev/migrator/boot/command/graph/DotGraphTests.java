package dev.migrator.boot.command.graph;

import java.util.List;

import dev.migrator.revision.RevisionGraph;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DotGraphTests {

	@Test
	void revisionsAreBoxesAndAllArrowsPointTheWayOfAnUpgrade() {
		RevisionGraph graph = Revisions.shop();
		GraphState state = GraphState.of(graph, List.of("3b1c"), graph.ancestors(List.of("3b1c")));
		assertThat(draw(graph, state)).isEqualTo(
				"""
						digraph revisions {
						    node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="Helvetica"]
						    edge [fontname="Helvetica", fontsize=10]
						    "1975ea83b712" [label="1975ea83b712 (base, branch point)\\nAdd hero table", fillcolor="#dafbe1"]
						    "3b1c" [label="3b1c (current, billing)\\nAdd invoices", fillcolor="#1a7f37", fontcolor="#ffffff"]
						    "a001" [label="a001 (head, base, reports, warehouse; depends on billing)\\nAdd reports", fillcolor="#fff8c5", penwidth=3]
						    "27c6a30d7c24" [label="27c6a30d7c24 (orders)\\nAdd orders", fillcolor="#fff8c5"]
						    "4f00" [label="4f00 (head, merge point, billing, orders)\\nMerge orders and billing", fillcolor="#fff8c5", penwidth=3]
						    "1975ea83b712" -> "3b1c"
						    "3b1c" -> "a001" [style=dotted, label="dependency"]
						    "1975ea83b712" -> "27c6a30d7c24"
						    "27c6a30d7c24" -> "4f00"
						    "3b1c" -> "4f00"
						}""");
	}

	@Test
	void quotesBackslashesAndEntitiesStandForThemselves() {
		RevisionGraph graph = RevisionGraph.of(List.of(Revisions.revision("a\"b\\", List.of(), List.of(), List.of(),
				"Say \"hi\" \\n & &amp; Größe\nnext \\")));
		assertThat(draw(graph, GraphState.of(graph))).contains("    \"a\\\"b\\\\\" [label=\"a\\\"b\\\\ (head, base)\\n"
				+ "Say \\\"hi\\\" \\\\n &amp; &amp;amp; Größe next \\\\\", penwidth=3]");
	}

	private static String draw(RevisionGraph graph, GraphState state) {
		return String.join("\n", new DotGraph(state).draw(Revisions.newestFirst(graph)));
	}

}
