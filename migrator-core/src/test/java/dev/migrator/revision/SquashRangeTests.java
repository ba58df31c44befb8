package dev.migrator.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrator.error.MigratorException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SquashRange}.
 */
class SquashRangeTests {

	// a <- b <- c1, c2 <- d <- e
	private static final List<RevisionInfo> DIAMOND = List.of(revision("a"), revision("b", "a"), revision("c1", "b"),
			revision("c2", "b"), revision("d", "c1", "c2"), revision("e", "d"));

	@Test
	void aRangeMayBranchAndMerge() {
		SquashRange range = of(DIAMOND, "b:d");
		assertThat(range.replaces()).startsWith("b").endsWith("d").containsExactlyInAnyOrder("b", "c1", "c2", "d");
		assertThat(range.downRevisions()).containsExactly("a");
	}

	@Test
	void aRangeWithoutAStartBeginsAtTheBaseAndOneWithoutAnEndEndsAtTheHead() {
		assertThat(of(DIAMOND, ":").replaces()).hasSize(6).startsWith("a").endsWith("e");
		assertThat(of(DIAMOND, ":").downRevisions()).isEmpty();
	}

	@Test
	void labelsAndOuterDependenciesAreKept() {
		List<RevisionInfo> revisions = new ArrayList<>(DIAMOND);
		revisions.add(revision("x"));
		revisions.set(2, new RevisionInfo("c1", List.of("b"), List.of("x"), Set.of("left"), "", null));
		SquashRange range = of(revisions, "b:d");
		assertThat(range.dependsOn()).containsExactly("x");
		assertThat(range.branchLabels()).containsExactly("left");
	}

	@Test
	void whatARevisionReplacesItselfStandsBeforeIt() {
		List<RevisionInfo> revisions = List
			.of(new RevisionInfo("s", List.of(), List.of(), Set.of(), "", null, List.of("a", "b")), revision("c", "s"));
		assertThat(of(revisions, ":c").replaces()).containsExactly("a", "b", "s", "c");
	}

	@Test
	void nothingOutsideStandsOnTheMiddle() {
		List<RevisionInfo> revisions = new ArrayList<>(DIAMOND);
		revisions.add(revision("x", "c1"));
		assertFails(revisions, "b:d", "Revision x stands on c1, which is in the middle of the range");
	}

	@Test
	void theMiddleStandsOnNothingOutside() {
		assertFails(DIAMOND, "c1:d", "Revision d of the range follows c2, which is outside");
	}

	@Test
	void oneRevisionIsNoRange() {
		assertFails(DIAMOND, "d:d", "There is only one revision to squash: d.");
	}

	private static void assertFails(List<RevisionInfo> revisions, String range, String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> of(revisions, range))
			.withMessageContaining(message);
	}

	private static SquashRange of(List<RevisionInfo> revisions, String range) {
		return SquashRange.of(RevisionGraph.of(revisions), RevisionRange.parse(range));
	}

	private static RevisionInfo revision(String id, String... down) {
		return new RevisionInfo(id, List.of(down), List.of(), Set.of(), "", null);
	}

}
