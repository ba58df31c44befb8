package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import dev.migrator.revision.RevisionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drawings of far more revisions than any application has: they grow with the revisions
 * and the lanes that are open, not with the square of the revisions.
 */
class GraphLinesSizeTests {

	private static final int SIZE = 5_000;

	@Test
	void aLongLineTakesALineForEachRevision() {
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int place = 0; place < SIZE; place++) {
			revisions.add(Revisions.revision(id(place), List.of(id(place + 1))));
		}
		assertThat(draw(revisions)).hasSize(SIZE).allMatch("*"::equals);
	}

	@Test
	void manyHeadsOfOneBaseTakeTwoLanes() {
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int place = 0; place < SIZE; place++) {
			revisions.add(Revisions.revision(id(place), List.of("base")));
		}
		revisions.add(Revisions.revision("base", List.of()));
		assertThat(draw(revisions)).hasSize(2 * SIZE).allMatch((row) -> row.length() <= 3);
	}

	@Test
	void manyBasesTakeOneLane() {
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int place = 0; place < SIZE; place++) {
			revisions.add(Revisions.revision(id(place), List.of()));
		}
		assertThat(draw(revisions)).hasSize(2 * SIZE - 1).allMatch((row) -> row.length() <= 1);
	}

	@Test
	void aBranchAndAMergeAtEachRevisionTakeTwoLanes() {
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int place = 0; place < SIZE; place += 3) {
			revisions.add(Revisions.revision(id(place), List.of(id(place + 2), id(place + 1))));
			revisions.add(Revisions.revision(id(place + 1), List.of(id(place + 3))));
			revisions.add(Revisions.revision(id(place + 2), List.of(id(place + 3))));
		}
		assertThat(draw(revisions)).hasSizeLessThan(2 * SIZE).allMatch((row) -> row.length() <= 3);
	}

	@Test
	void aBraidIsAsWideAsItHasStrands() {
		int strands = 20;
		Random random = new Random(1);
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int place = 0; place < SIZE; place++) {
			TreeSet<String> down = new TreeSet<>(List.of(id(place + strands)));
			if (random.nextInt(3) == 0) {
				down.add(id(place + 1 + random.nextInt(strands)));
			}
			revisions.add(Revisions.revision(id(place), List.copyOf(down)));
		}
		List<String> rows = draw(revisions);
		assertThat(rows).hasSizeLessThan(4 * SIZE).allMatch((row) -> row.length() <= 2 * (strands + 1));
	}

	private static List<String> draw(List<RevisionInfo> revisions) {
		return new GraphLines(LaneCharacters.ASCII).draw(revisions, (revision) -> "");
	}

	private static String id(int place) {
		return "r" + place;
	}

}
