package dev.migrator.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SquashedGraph}.
 */
class SquashedGraphTests {

	private static final RevisionInfo SQUASH = squash("sss", List.of("a"), "b", "c", "d");

	private static final List<RevisionInfo> ALL = List.of(revision("a"), revision("b", "a"), revision("c", "b"),
			revision("d", "c"), revision("e", "d"), SQUASH);

	@Test
	void anEmptyDatabaseTakesTheReplacementInPlaceOfItsRange() {
		SquashedGraph squashed = SquashedGraph.of(ALL, List.of(), List.of());
		assertThat(plan(squashed)).containsExactly("a", "sss", "e");
		assertThat(squashed.graph().get("e").downRevisions()).containsExactly("sss");
		assertThat(squashed.isWithinReplaced(List.of("a"), List.of())).isFalse();
	}

	@Test
	void aDatabaseBelowTheRangeTakesTheReplacement() {
		assertThat(plan(SquashedGraph.of(ALL, List.of("a"), List.of()), "a")).containsExactly("sss", "e");
	}

	@Test
	void aDatabaseWithinTheRangeGoesOnWithTheReplacedRevisions() {
		assertThat(SquashedGraph.of(ALL, List.of(), List.of()).isWithinReplaced(List.of("c"), List.of())).isTrue();
		SquashedGraph squashed = SquashedGraph.of(ALL, List.of("c"), List.of());
		assertThat(plan(squashed, "c")).containsExactly("d", "e");
		assertThat(squashed.graph().find("sss")).isEmpty();
	}

	@Test
	void aReplacedRevisionThatBeganIsGoneOnWith() {
		SquashedGraph squashed = SquashedGraph.of(ALL, List.of("a"), List.of("b"));
		assertThat(plan(squashed, "a")).containsExactly("b", "c", "d", "e");
		assertThat(SquashedGraph.of(ALL, List.of(), List.of()).isWithinReplaced(List.of("c"), List.of("d"))).isTrue();
	}

	@Test
	void aDatabaseAtTheEndOfTheRangeHasTheReplacement() {
		SquashedGraph squashed = SquashedGraph.of(ALL, List.of("d"), List.of());
		assertThat(squashed.renamed(List.of("d"))).containsExactly("sss");
		assertThat(plan(squashed, "d")).containsExactly("e");
	}

	@Test
	void aDatabaseAboveTheRangeHasTheReplacement() {
		SquashedGraph squashed = SquashedGraph.of(ALL, List.of("e"), List.of());
		assertThat(squashed.graph().ancestors(List.of("e"))).containsExactly("a", "e", "sss");
		assertThat(plan(squashed, "e")).isEmpty();
	}

	@Test
	void theReplacedFilesMayBeGone() {
		List<RevisionInfo> left = List.of(revision("a"), revision("e", "d"), SQUASH);
		assertThat(plan(SquashedGraph.of(left, List.of(), List.of()))).containsExactly("a", "sss", "e");
		assertThat(plan(SquashedGraph.of(left, List.of("d"), List.of()), "d")).containsExactly("e");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> SquashedGraph.of(left, List.of("c"), List.of()))
			.withMessageContaining("The database is at c, which revision sss replaces")
			.withMessageContaining("b, c, d")
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.UNKNOWN_REVISION);
	}

	@Test
	void aReplacementMayReplaceAnother() {
		List<RevisionInfo> all = new ArrayList<>(ALL);
		all.add(squash("ttt", List.of(), "a", "b", "c", "d", "sss", "e"));
		assertThat(plan(SquashedGraph.of(all, List.of(), List.of()))).containsExactly("ttt");
		assertThat(plan(SquashedGraph.of(all, List.of("a"), List.of()), "a")).containsExactly("sss", "e");
		assertThat(plan(SquashedGraph.of(all, List.of("c"), List.of()), "c")).containsExactly("d", "e");
		assertThat(plan(SquashedGraph.of(all, List.of("d"), List.of()), "d")).containsExactly("e");
		assertThat(plan(SquashedGraph.of(all, List.of("sss"), List.of()), "sss")).containsExactly("e");
		assertThat(plan(SquashedGraph.of(all, List.of("e"), List.of()), "e")).isEmpty();
	}

	@Test
	void dependenciesOnTheEndBecomeDependenciesOnTheReplacement() {
		List<RevisionInfo> all = new ArrayList<>(ALL);
		all.add(new RevisionInfo("x", List.of(), List.of("d"), Set.of(), "", null));
		assertThat(SquashedGraph.of(all, List.of(), List.of()).graph().get("x").dependsOn()).containsExactly("sss");
	}

	@Test
	void nothingMayStandOnTheMiddleOfAReplacedRange() {
		List<RevisionInfo> all = new ArrayList<>(ALL);
		all.add(revision("x", "c"));
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> SquashedGraph.of(all, List.of(), List.of()))
			.withMessageContaining("Revision x stands on c, which revision sss replaces");
	}

	@Test
	void twoRevisionsMayNotReplaceTheSame() {
		List<RevisionInfo> all = new ArrayList<>(ALL);
		all.add(squash("ttt", List.of("c"), "d"));
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> SquashedGraph.of(all, List.of(), List.of()))
			.withMessageContaining("Revision ttt replaces d, which sss replaces, too");
	}

	private static List<String> plan(SquashedGraph squashed, String... rows) {
		return squashed.graph()
			.upgrade(squashed.renamed(List.of(rows)), List.of("heads"))
			.steps()
			.stream()
			.map((step) -> step.revision().id())
			.toList();
	}

	private static RevisionInfo revision(String id, String... down) {
		return new RevisionInfo(id, List.of(down), List.of(), Set.of(), "", null);
	}

	private static RevisionInfo squash(String id, List<String> down, String... replaced) {
		return new RevisionInfo(id, down, List.of(), Set.of(), "", null, List.of(replaced));
	}

}
