package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.revision.RevisionInfo;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for the drawing of every graph.
 */
class GraphLinesPropertyTests {

	@Property
	void theGraphCanBeReadFromTheDrawing(@ForAll("listings") List<RevisionInfo> revisions,
			@ForAll LaneCharacters characters) {
		LaneReader reader = LaneReader.read(new GraphLines(characters).draw(revisions, RevisionInfo::id));
		assertThat(reader.nodes).isEqualTo(revisions.stream().map(RevisionInfo::id).toList());
		assertThat(reader.edges).isEqualTo(edges(revisions));
	}

	@Property
	void theGraphCanBeReadWhereTextHasManyLines(@ForAll("listings") List<RevisionInfo> revisions,
			@ForAll LaneCharacters characters) {
		String gap = "\n ".repeat(3);
		List<String> lines = new GraphLines(characters).draw(revisions, (revision) -> revision.id() + gap);
		LaneReader reader = LaneReader.read(lines.stream().map(String::stripTrailing).toList());
		assertThat(reader.nodes).isEqualTo(revisions.stream().map(RevisionInfo::id).toList());
		assertThat(reader.edges).isEqualTo(edges(revisions));
	}

	@Property
	void aRowIsAsWideAsThereAreOpenLanes(@ForAll("listings") List<RevisionInfo> revisions,
			@ForAll LaneCharacters characters) {
		List<String> rows = new GraphLines(characters).draw(revisions, (revision) -> "");
		int row = 0;
		Set<String> open = new HashSet<>();
		for (RevisionInfo revision : revisions) {
			while (!rows.get(row).contains("*") && !rows.get(row).contains("●")) {
				row++;
			}
			open.add(revision.id());
			assertThat(rows.get(row)).hasSize(2 * open.size() - 1);
			int mostBelow = open.size() + Math.max(0, listedDown(revision, revisions).size() - 1);
			open.remove(revision.id());
			open.addAll(listedDown(revision, revisions));
			for (row++; row < rows.size() && !rows.get(row).contains("*") && !rows.get(row).contains("●"); row++) {
				assertThat(rows.get(row)).hasSizeLessThanOrEqualTo(Math.max(0, 2 * mostBelow - 1));
			}
		}
		assertThat(row).isEqualTo(rows.size());
	}

	@Property
	void aRevisionTakesTwoRowsForEachDownRevisionAtMost(@ForAll("listings") List<RevisionInfo> revisions) {
		List<String> rows = new GraphLines(LaneCharacters.ASCII).draw(revisions, (revision) -> "");
		assertThat(rows).hasSizeLessThanOrEqualTo(2 * revisions.size() + 2 * edges(revisions).size());
	}

	/**
	 * Revisions that follow the one so many places below them in the list, or one that is
	 * not listed.
	 */
	@Provide
	Arbitrary<List<RevisionInfo>> listings() {
		Arbitrary<Integer> near = Arbitraries.integers().between(1, 4);
		Arbitrary<Integer> far = Arbitraries.integers().between(1, 25);
		return Arbitraries.oneOf(near, far)
			.list()
			.ofMaxSize(4)
			.list()
			.ofMinSize(1)
			.ofMaxSize(40)
			.map(GraphLinesPropertyTests::listing);
	}

	private static List<RevisionInfo> listing(List<List<Integer>> steps) {
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int place = 0; place < steps.size(); place++) {
			int here = place;
			List<String> down = steps.get(place).stream().distinct().map((step) -> "r" + (here + step)).toList();
			revisions.add(Revisions.revision("r" + place, down));
		}
		return revisions;
	}

	private static Set<String> edges(List<RevisionInfo> revisions) {
		Set<String> edges = new TreeSet<>();
		for (RevisionInfo revision : revisions) {
			listedDown(revision, revisions).forEach((down) -> edges.add(revision.id() + ">" + down));
		}
		return edges;
	}

	private static List<String> listedDown(RevisionInfo revision, List<RevisionInfo> revisions) {
		return revision.downRevisions()
			.stream()
			.filter((down) -> revisions.stream().anyMatch((other) -> other.id().equals(down)))
			.toList();
	}

}
