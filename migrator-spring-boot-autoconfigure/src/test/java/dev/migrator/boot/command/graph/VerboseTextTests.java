package dev.migrator.boot.command.graph;

import java.util.List;
import java.util.Map;

import dev.migrator.revision.RevisionGraph;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VerboseTextTests {

	private final RevisionGraph graph = Revisions.shop();

	private final GraphState state = GraphState.of(this.graph, List.of("3b1c"), this.graph.ancestors(List.of("3b1c")));

	private final VerboseText text = new VerboseText(this.state, Style.PLAIN,
			(revision) -> Map.of("4f00", "db.migrations.R4f00_Merge").get(revision.id()));

	@Test
	void aMergeTellsWhatItMergesAndWhichLabelsItHasFromThere() {
		assertThat(this.text.apply(this.graph.get("4f00"))).isEqualTo("""
				Revision: 4f00  (head, merge point)
				Merges: 27c6a30d7c24, 3b1c
				Inherited labels: billing, orders
				Location: db.migrations.R4f00_Merge
				Created at: 2026-01-15T10:00:00Z
				Applied: no

				    Merge orders and billing""");
	}

	@Test
	void aBranchPointTellsIntoWhatItBranches() {
		assertThat(this.text.apply(this.graph.get("1975ea83b712"))).isEqualTo("""
				Revision: 1975ea83b712  (base, branch point)
				Down revision: <base>
				Branches into: 27c6a30d7c24, 3b1c
				Created at: 2026-01-15T10:00:00Z
				Applied: yes

				    Add hero table""");
	}

	@Test
	void aDependencyByLabelTellsItsRevision() {
		assertThat(this.text.apply(this.graph.get("a001"))).isEqualTo("""
				Revision: a001  (head, base)
				Down revision: <base>
				Depends on: billing (3b1c)
				Branch labels: reports, warehouse
				Created at: 2026-01-15T10:00:00Z
				Applied: no

				    Add reports""");
	}

	@Test
	void ownAndInheritedLabelsAreToldApart() {
		RevisionGraph labelled = RevisionGraph
			.of(List.of(Revisions.revision("a", List.of(), List.of(), List.of("core"), ""),
					Revisions.revision("b", List.of("a"), List.of("a"), List.of("shop", "blog"), "")));
		assertThat(new VerboseText(GraphState.of(labelled), Style.PLAIN, (revision) -> null).apply(labelled.get("b")))
			.isEqualTo("""
					Revision: b  (head)
					Down revision: a
					Depends on: a
					Branch labels: shop, blog
					Inherited labels: core
					Created at: 2026-01-15T10:00:00Z""");
	}

	@Test
	void whatIsNotKnownIsNotSaid() {
		RevisionGraph plain = RevisionGraph.of(Revisions.list("b: a, a"));
		assertThat(new VerboseText(GraphState.of(plain), Style.PLAIN, (revision) -> null).apply(plain.get("a")))
			.isEqualTo("""
					Revision: a  (base)
					Down revision: <base>""");
	}

	@Test
	void aMessageOfSeveralLinesKeepsThem() {
		RevisionGraph plain = RevisionGraph
			.of(List.of(Revisions.revision("a", List.of(), List.of(), List.of(), "One\n\n  two\u001b[1m\r\n")));
		assertThat(new VerboseText(GraphState.of(plain), Style.PLAIN, (revision) -> null).apply(plain.get("a")))
			.endsWith("Z\n\n    One\n    two [1m");
	}

}
