package dev.migrator.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Graphs far larger than any in use: the limits are generous, but nothing that takes time
 * or memory by the square of the size, or goes down the lines by recursion, meets them.
 */
@Timeout(10)
class LargeGraphTests {

	private static final int SIZE = 20_000;

	@Test
	void aLongLineIsPlanned() {
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int number = 0; number < SIZE; number++) {
			revisions
				.add(Revisions.revision(id(number), (number > 0) ? new String[] { id(number - 1) } : new String[0]));
		}
		RevisionGraph graph = upAndDown(revisions);
		assertThat(graph.downgrade(List.of(id(SIZE - 1)), "-" + SIZE).steps()).hasSize(SIZE);
		assertThat(graph.upgrade(List.of(), List.of("+" + SIZE)).steps()).hasSize(SIZE);
		assertThat(graph.stamp(List.of(id(0)), List.of("head")).rowsAfter()).containsExactly(id(SIZE - 1));
	}

	@Test
	void aLineWithALabelAndADependencyAtEachRevisionIsPlanned() {
		List<RevisionInfo> revisions = new ArrayList<>();
		int half = SIZE / 2;
		for (int number = 0; number < half; number++) {
			revisions.add(Revisions.revision("needed" + number));
		}
		for (int number = 0; number < half; number++) {
			List<String> down = (number > 0) ? List.of(id(number - 1)) : List.of();
			// Each dependency is declared twice, half a line apart.
			String needed = "needed" + number % (half / 2);
			revisions.add(new RevisionInfo(id(number), down, List.of(needed), Set.of("label" + number), "", null));
		}
		RevisionGraph graph = upAndDown(revisions);
		assertThat(graph.labelsOf(id(half - 1))).hasSize(half);
		assertThat(graph.labelsOf(id(0))).hasSize(half);
		assertThat(graph.resolve("label7@heads")).containsExactly(id(half - 1));
	}

	@Test
	void aBaseWithManyHeadsIsPlanned() {
		List<RevisionInfo> revisions = new ArrayList<>();
		revisions.add(Revisions.revision(id(0)));
		for (int number = 1; number < SIZE; number++) {
			revisions.add(Revisions.revision(id(number), id(0)));
		}
		upAndDown(revisions);
	}

	@Test
	void manyBasesMergedIntoOneArePlanned() {
		List<RevisionInfo> revisions = new ArrayList<>();
		String[] bases = new String[SIZE - 1];
		for (int number = 0; number < bases.length; number++) {
			bases[number] = id(number);
			revisions.add(Revisions.revision(bases[number]));
		}
		revisions.add(Revisions.revision("merge", bases));
		upAndDown(revisions);
	}

	@Test
	void aLineWithAHeadAtEachRevisionIsPlanned() {
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int number = 0; number < SIZE / 2; number++) {
			revisions
				.add(Revisions.revision(id(number), (number > 0) ? new String[] { id(number - 1) } : new String[0]));
		}
		for (int number = 0; number < SIZE / 2; number++) {
			// Spread over the line, so that a plan must jump.
			revisions.add(Revisions.revision("leaf" + number, id((int) (number * 7919L % (SIZE / 2)))));
		}
		upAndDown(revisions);
	}

	@Test
	void aBraidIsPlanned() {
		int strands = 40;
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int number = 0; number < SIZE; number++) {
			if (number < strands) {
				revisions.add(Revisions.revision(id(number)));
			}
			else if (number % 3 == 0) {
				int other = number - 2 * strands + (number * 31) % strands;
				String[] down = (other >= 0) ? new String[] { id(number - strands), id(other) }
						: new String[] { id(number - strands) };
				revisions.add(Revisions.revision(id(number), down));
			}
			else {
				revisions.add(Revisions.revision(id(number), id(number - strands)));
			}
		}
		upAndDown(revisions);
	}

	@Test
	void aRandomTangleIsPlanned() {
		upAndDown(Revisions.random(SIZE, 1));
	}

	private static RevisionGraph upAndDown(List<RevisionInfo> revisions) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		Plan up = graph.upgrade(List.of(), List.of("heads"));
		assertThat(up.steps()).hasSize(revisions.size());
		assertThat(up.rowsAfter()).isEqualTo(graph.realHeads());
		Plan down = graph.downgrade(graph.realHeads(), "base");
		assertThat(down.steps()).hasSize(revisions.size());
		assertThat(down.rowsAfter()).isEmpty();
		assertThat(graph.history("", "", List.of())).hasSize(revisions.size());
		return graph;
	}

	private static String id(int number) {
		return "r" + number;
	}

}
