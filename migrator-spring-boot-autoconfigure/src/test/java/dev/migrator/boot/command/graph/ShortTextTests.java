package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.error.MigratorException;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ShortTextTests {

	@Test
	void aRevisionIsItsIdItsPlaceAndItsMessage() {
		RevisionGraph graph = Revisions.shop();
		GraphState state = GraphState.of(graph, List.of("27c6a30d7c24", "3b1c"),
				graph.ancestors(List.of("27c6a30d7c24", "3b1c")));
		List<String> lines = new GraphLines(LaneCharacters.ASCII).draw(Revisions.newestFirst(graph),
				new ShortText(state, Style.PLAIN));
		assertThat(String.join("\n", lines)).isEqualTo("""
				* 4f00  (head, merge point, billing, orders)  Merge orders and billing
				|\\
				* | 27c6a30d7c24  (current, orders)  Add orders
				| | * a001  (head, base, reports, warehouse; depends on billing)  Add reports
				| * 3b1c  (current, billing)  Add invoices
				|/
				* 1975ea83b712  (base, branch point)  Add hero table""");
	}

	@Test
	void withoutADatabaseNothingIsCurrent() {
		RevisionGraph graph = Revisions.shop();
		assertThat(text(graph, "3b1c")).isEqualTo("3b1c  (billing)  Add invoices");
	}

	@Test
	void aHeadOnWhichAnotherBranchDependsIsAnEffectiveHead() {
		RevisionGraph graph = RevisionGraph.of(List.of(Revisions.revision("a", List.of()),
				Revisions.revision("x", List.of(), List.of("a"), List.of(), "")));
		assertThat(text(graph, "a")).isEqualTo("a  (effective head, base)");
		assertThat(text(graph, "x")).isEqualTo("x  (head, base; depends on a)");
	}

	@Test
	void aRevisionWithoutMarksAndMessageIsItsIdAlone() {
		RevisionGraph graph = RevisionGraph.of(Revisions.list("c: b, b: a, a"));
		assertThat(text(graph, "b")).isEqualTo("b");
	}

	@Test
	void manyLabelsAreCounted() {
		List<String> labels = List.of("own", "a", "b", "c", "d", "e", "f");
		RevisionGraph graph = RevisionGraph.of(List.of(Revisions.revision("id", List.of(), List.of(), labels, ""),
				Revisions.revision("next", List.of("id"), List.of(), List.of("z"), "")));
		assertThat(text(graph, "id")).isEqualTo("id  (base, own, a, b, c, d, 3 more labels)");
		assertThat(text(graph, "next")).isEqualTo("next  (head, z, a, b, c, d, 3 more labels)");
	}

	@Test
	void whatATerminalWouldObeyIsNoPartOfTheLine() {
		RevisionGraph graph = RevisionGraph
			.of(List.of(
					Revisions.revision("a\u001b[2Jb", List.of(), List.of("c"), List.of("l\u0007"),
							"  one\r\n\ttwo\u001b]0;x\u0007\u2028three \u009b31m "),
					Revisions.revision("c", List.of())));
		assertThat(new ShortText(GraphState.of(graph), Style.PLAIN).apply(graph.revisions().get(0)))
			.isEqualTo("a [2Jb  (head, base, l; depends on c)  one two ]0;x three 31m");
	}

	@Test
	void eachPartHasItsOwnLooks() {
		RevisionGraph graph = Revisions.shop();
		GraphState state = GraphState.of(graph, List.of("a001"), graph.ancestors(List.of("a001")));
		assertThat(new ShortText(state, new Tags()).apply(graph.get("a001")))
			.isEqualTo("<id>a001</id>  (<head>head</head>, <current>current</current>, base, <label>reports</label>, "
					+ "<label>warehouse</label>; depends on billing)  <message>Add reports</message>");
	}

	@Test
	void aRevisionThatTheGraphDoesNotHaveIsRefused() {
		ShortText text = new ShortText(GraphState.of(Revisions.shop()), Style.PLAIN);
		RevisionInfo other = Revisions.revision("other", new ArrayList<>());
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> text.apply(other))
			.withMessageContaining("other");
	}

	private static String text(RevisionGraph graph, String id) {
		return new ShortText(GraphState.of(graph), Style.PLAIN).apply(graph.get(id));
	}

	private static final class Tags implements Style {

		@Override
		public String id(String text) {
			return "<id>" + text + "</id>";
		}

		@Override
		public String head(String text) {
			return "<head>" + text + "</head>";
		}

		@Override
		public String current(String text) {
			return "<current>" + text + "</current>";
		}

		@Override
		public String label(String text) {
			return "<label>" + text + "</label>";
		}

		@Override
		public String message(String text) {
			return "<message>" + text + "</message>";
		}

	}

}
