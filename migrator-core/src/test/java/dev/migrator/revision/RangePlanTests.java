package dev.migrator.revision;

import java.util.List;

import dev.migrator.error.ErrorCategory;
import org.junit.jupiter.api.Test;

import static dev.migrator.revision.RevisionGraphTests.assertThatError;
import static dev.migrator.revision.Revisions.branches;
import static dev.migrator.revision.Revisions.graph;
import static dev.migrator.revision.Revisions.labelled;
import static dev.migrator.revision.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plans where there is no database.
 */
class RangePlanTests {

	private final RevisionGraph graph = branches();

	@Test
	void theStartSaysWhatIsApplied() {
		Plan plan = this.graph.upgrade(RevisionRange.parse("bbbb1:core"));
		assertThat(plan.rowsBefore()).containsExactly("bbbb1");
		assertThat(ids(plan)).containsExactly("core1");
		assertThat(ids(this.graph.upgrade(RevisionRange.parse("base:shop@head")))).containsExactly("aaaa1", "bbbb1",
				"shop1", "shop2");
		assertThat(this.graph.upgrade(RevisionRange.parse("heads:")).isEmpty()).isTrue();
		assertThat(ids(this.graph.upgrade(RevisionRange.parse(":")))).hasSize(7);
		assertThat(ids(this.graph.upgrade(RevisionRange.parse("aaaa1:+1")))).containsExactly("bbbb1");
		assertThat(ids(this.graph.upgrade(RevisionRange.parse("shop2-1:shop2")))).containsExactly("shop2");
	}

	@Test
	void severalRowsAreSeparatedByCommas() {
		Plan plan = this.graph.upgrade(RevisionRange.parse("core, blog1:heads"));
		assertThat(plan.rowsBefore()).containsExactly("blog1", "core1");
		assertThat(ids(plan)).containsExactlyInAnyOrder("shop1", "shop2", "blog2");
		assertThat(this.graph.upgrade(RevisionRange.parse("heads:heads")).rowsBefore()).containsExactly("blog2",
				"shop2");
		assertThat(ids(this.graph.downgrade(RevisionRange.parse("blog2,shop2:shop1")))).containsExactly("shop2");
		assertThat(this.graph.stamp(RevisionRange.parse("aaaa1:core,shop")).rowsAfter()).containsExactly("core1",
				"shop1");
	}

	@Test
	void aRowThatAnotherOneStandsOnIsNone() {
		assertThat(this.graph.upgrade(RevisionRange.parse("aaaa1,core1,blog2:heads")).rowsBefore())
			.containsExactly("blog2");
	}

	@Test
	void aLabelMayHoldAComma() {
		RevisionGraph commas = graph(revision("aaaa"), labelled(revision("bbbb", "aaaa"), "one, two"));
		assertThat(ids(commas.upgrade(RevisionRange.parse("aaaa:one, two")))).containsExactly("bbbb");
	}

	@Test
	void aStartThatDoesNotLeadToTheEndIsRefused() {
		for (String range : List.of("core1:shop1", "shop2:aaaa1", "blog1:shop2", "core1:base", "shop1:blog1")) {
			assertThatError(() -> this.graph.upgrade(RevisionRange.parse(range)), ErrorCategory.NOT_ANCESTOR)
				.hasMessageContaining("does not lead up to");
		}
		for (String range : List.of("core1:shop1", "aaaa1:bbbb1", "base:aaaa1")) {
			assertThatError(() -> this.graph.downgrade(RevisionRange.parse(range)), ErrorCategory.NOT_ANCESTOR);
		}
		// Along a dependency it does.
		assertThat(ids(this.graph.upgrade(RevisionRange.parse("core1:blog2")))).containsExactly("blog1", "blog2");
	}

	@Test
	void whatStartsAtADatabaseIsRefused() {
		assertThatError(() -> this.graph.upgrade(RevisionRange.parse("current:heads")), ErrorCategory.NOT_FOUND)
			.hasMessageContaining("'current'");
		assertThatError(() -> this.graph.upgrade(RevisionRange.parse("+1:heads")), ErrorCategory.RELATIVE_OUT_OF_RANGE);
	}

	@Test
	void anOpenSideOfADowngradeOrEndOfAStampIsRefused() {
		for (String range : List.of("aaaa1:", ":aaaa1", ":")) {
			assertThatError(() -> this.graph.downgrade(RevisionRange.parse(range)), ErrorCategory.NOT_FOUND);
		}
		assertThatError(() -> this.graph.stamp(RevisionRange.parse("aaaa1:")), ErrorCategory.NOT_FOUND);
	}

	private static List<String> ids(Plan plan) {
		return plan.steps().stream().map((step) -> step.revision().id()).toList();
	}

}
