package dev.migrator.revision;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.error.ErrorCategory;
import org.junit.jupiter.api.Test;

import static dev.migrator.revision.RevisionGraphTests.assertThatError;
import static dev.migrator.revision.Revisions.branches;
import static dev.migrator.revision.Revisions.graph;
import static dev.migrator.revision.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;

class PlanTests {

	private final RevisionGraph graph = branches();

	@Test
	void anUpgradeAppliesWhatTheTargetNeedsAndLeavesOtherBranchesAlone() {
		Plan plan = this.graph.upgrade(List.of("aaaa1"), List.of("blog@head"));
		assertThat(ids(plan)).containsExactlyInAnyOrder("bbbb1", "core1", "blog1", "blog2");
		assertThat(plan.rowsBefore()).containsExactly("aaaa1");
		assertThat(plan.rowsAfter()).containsExactly("blog2");
		assertThat(plan.steps()).allMatch((step) -> step.direction() == Direction.UPGRADE);
	}

	@Test
	void anUpgradeMayHaveSeveralTargets() {
		Plan plan = this.graph.upgrade(List.of(), List.of("core1", "shop1", "bbbb1"));
		assertThat(ids(plan)).containsExactlyInAnyOrder("aaaa1", "bbbb1", "core1", "shop1");
		assertThat(plan.rowsAfter()).containsExactly("core1", "shop1");
	}

	@Test
	void anUpgradeToWhatIsAppliedHasNothingToDo() {
		assertThat(this.graph.upgrade(List.of("shop2"), List.of("aaaa1")).isEmpty()).isTrue();
		assertThat(this.graph.upgrade(List.of("shop2"), List.of("current")).isEmpty()).isTrue();
	}

	@Test
	void stepsOnABranchThatIsNotARowStartAtItsHighestAppliedRevision() {
		assertThat(ids(this.graph.upgrade(List.of("core1"), List.of("shop@+1")))).containsExactly("shop1");
		assertThat(ids(this.graph.upgrade(List.of("core1"), List.of("blog@+1")))).containsExactly("blog1");
	}

	@Test
	void theRowsAreToldAfterEachStep() {
		List<String> rows = new ArrayList<>();
		Plan plan = this.graph.downgrade(List.of("blog2", "shop2"), "base");
		plan.forEachStep((step, after) -> rows.add(step.revision().id() + " " + after));
		assertThat(rows).hasSize(7).last().asString().endsWith("[]");
		assertThat(rows).anyMatch((line) -> line.startsWith("blog2 ") && line.contains("blog1, core1"));
		assertThat(plan.rowsBefore()).containsExactly("blog2", "shop2");
	}

	@Test
	void aDowngradeRevertsWhatStandsOnTheRevisionsAfterTheTarget() {
		Plan plan = this.graph.downgrade(List.of("blog2", "shop2"), "bbbb1");
		assertThat(ids(plan)).containsExactlyInAnyOrder("blog2", "core1", "shop2", "shop1");
		assertThat(plan.rowsAfter()).containsExactly("bbbb1", "blog1");
	}

	@Test
	void aDowngradeWithABranchRevertsOnlyTheWayToIt() {
		Plan plan = this.graph.downgrade(List.of("blog2", "shop2"), "shop@bbbb1");
		assertThat(ids(plan)).containsExactly("shop2", "shop1");
		assertThat(plan.rowsAfter()).containsExactly("blog2");
		assertThat(ids(this.graph.downgrade(List.of("blog2", "shop2"), "blog@base"))).containsExactly("blog2", "blog1");
	}

	@Test
	void aDowngradeByStepsGoesDownOnItsBranch() {
		assertThat(ids(this.graph.downgrade(List.of("blog2", "shop2"), "shop@-2"))).containsExactly("shop2", "shop1");
		assertThat(ids(this.graph.downgrade(List.of("shop2", "blog2"), "-1"))).containsExactly("shop2");
		assertThat(ids(this.graph.downgrade(List.of("blog2"), "core@-1"))).containsExactly("blog2", "core1");
		assertThatError(() -> this.graph.downgrade(List.of(), "-1"), ErrorCategory.RELATIVE_OUT_OF_RANGE);
	}

	@Test
	void aDowngradeToWhatIsNotBelowIsAnError() {
		assertThatError(() -> this.graph.downgrade(List.of("shop1"), "shop2"), ErrorCategory.NOT_ANCESTOR)
			.hasMessageContaining("shop1");
		assertThatError(() -> this.graph.downgrade(List.of("blog2"), "core1"), ErrorCategory.NOT_ANCESTOR);
	}

	@Test
	void aDowngradeWithAnUnknownBranchRevertsNothing() {
		assertThatError(() -> this.graph.downgrade(List.of("shop2"), "shopp@base"), ErrorCategory.NOT_FOUND);
		assertThatError(() -> this.graph.downgrade(List.of("shop2"), "blog@bbbb1"), ErrorCategory.NOT_FOUND);
	}

	@Test
	void rowsThatStandOnOneAnotherStopAnUpgrade() {
		assertThatError(() -> this.graph.upgrade(List.of("aaaa1", "shop1"), List.of("heads")), ErrorCategory.AMBIGUOUS)
			.hasMessageContaining("aaaa1");
	}

	@Test
	void revertingAMergeBringsItsBranchesBack() {
		RevisionGraph merged = graph(revision("a"), revision("b", "a"), revision("c", "a"), revision("m", "b", "c"));
		Plan plan = merged.downgrade(List.of("m"), "b");
		assertThat(plan.steps()).singleElement()
			.satisfies((step) -> assertThat(step.removedRows()).containsExactly("m"))
			.satisfies((step) -> assertThat(step.addedRows()).containsExactlyInAnyOrder("b", "c"));
	}

	@Test
	void aStampReplacesTheRowsAboveAndBelowItsTargets() {
		assertThat(stamp(List.of(), "heads")).containsExactly("blog2", "shop2");
		assertThat(stamp(List.of("blog2", "shop2"), "core1")).containsExactly("core1", "shop2");
		assertThat(stamp(List.of("blog2", "shop2"), "aaaa1")).containsExactly("aaaa1");
		assertThat(stamp(List.of("blog2", "shop2"), "shop2", "core1")).containsExactly("core1", "shop2");
		assertThat(stamp(List.of("core1", "shop1"), "core1", "shop2")).containsExactly("core1", "shop2");
		assertThat(stamp(List.of(), "aaaa1", "shop1")).containsExactly("shop1");
	}

	@Test
	void aStampToTheBaseRemovesTheRowsOfItsBranch() {
		assertThat(stamp(List.of("blog2", "shop2"), "base")).isEmpty();
		assertThat(stamp(List.of("blog1", "shop2"), "blog@base")).containsExactly("shop2");
		StampPlan plan = this.graph.stamp(List.of("blog1", "shop2"), List.of("blog2"));
		assertThat(plan.removedRows()).containsExactly("blog1");
		assertThat(plan.addedRows()).containsExactly("blog2");
		assertThat(this.graph.stamp(List.of("shop2"), List.of("shop2")).isEmpty()).isTrue();
	}

	@Test
	void aHistoryListsTheRevisionsBetweenTwoPlaces() {
		assertThat(history("", "shop@head", List.of())).containsExactly("shop2", "shop1", "bbbb1", "aaaa1");
		assertThat(history("bbbb1", "shop2", List.of())).containsExactly("shop2", "shop1", "bbbb1");
		assertThat(history("current", "shop2", List.of("shop1"))).containsExactly("shop2", "shop1");
		assertThat(history("", "current", List.of("bbbb1"))).containsExactly("bbbb1", "aaaa1");
		assertThat(history("-1", "current", List.of("shop2"))).containsExactly("shop2", "shop1");
		assertThat(history("-9", "current", List.of("shop1"))).containsExactly("shop1", "bbbb1", "aaaa1");
		assertThat(history("aaaa1", "+1", List.of())).containsExactly("bbbb1", "aaaa1");
		assertThat(history("shop@bbbb1", "", List.of())).containsExactly("shop2", "shop1", "bbbb1");
		assertThatError(() -> history("shop2", "core1", List.of()), ErrorCategory.NOT_ANCESTOR)
			.hasMessageContaining("shop2");
	}

	@Test
	void aHistoryListsAHeadOnWhichAnotherBranchDepends() {
		assertThat(history("bbbb1", "", List.of())).containsExactlyInAnyOrder("shop2", "shop1", "core1", "bbbb1");
	}

	private List<String> history(String from, String to, List<String> rows) {
		return this.graph.history(from, to, rows).stream().map(RevisionInfo::id).toList();
	}

	private List<String> stamp(List<String> rows, String... targets) {
		return List.copyOf(this.graph.stamp(rows, List.of(targets)).rowsAfter());
	}

	private static List<String> ids(Plan plan) {
		return plan.steps().stream().map((step) -> step.revision().id()).toList();
	}

}
