package dev.migrator.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every graph. What a revision needs is taken from its own declaration
 * here, not from the graph under test.
 */
class PlanPropertyTests {

	@Property
	void everythingUpAndEverythingDownLeavesNoRow(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
		Sample sample = new Sample(size, seed);
		Plan up = sample.graph.upgrade(List.of(), List.of("heads"));
		sample.run(up, Set.of());
		assertThat(up.steps()).hasSize(size);
		assertThat(up.rowsAfter()).isEqualTo(sample.graph.realHeads());
		Plan down = sample.graph.downgrade(up.rowsAfter(), "base");
		assertThat(sample.run(down, sample.byId.keySet())).isEmpty();
		assertThat(down.rowsAfter()).isEmpty();
	}

	@Property
	void anUpgradeAppliesWhatTheTargetNeedsInAnOrderThatWorks(@ForAll @IntRange(min = 1, max = 40) int size,
			@ForAll long seed) {
		Sample sample = new Sample(size, seed);
		Set<String> applied = sample.graph.ancestors(sample.someIds());
		List<String> targets = sample.someIds();
		Plan plan = sample.graph.upgrade(sample.rows(applied), targets);
		Set<String> expected = new TreeSet<>(applied);
		expected.addAll(sample.graph.ancestors(targets));
		assertThat(sample.run(plan, applied)).isEqualTo(expected);
	}

	@Property
	void aDowngradeLeavesTheTargetAndNothingThatStandsOnWhatFollowsIt(@ForAll @IntRange(min = 2, max = 40) int size,
			@ForAll long seed) {
		Sample sample = new Sample(size, seed);
		Set<String> applied = sample.graph.ancestors(sample.someIds());
		String row = sample.rows(applied).iterator().next();
		List<String> below = List.copyOf(sample.graph.ancestors(List.of(row)));
		String target = below.get(sample.random.nextInt(below.size()));
		Set<String> reverted = new HashSet<>(sample.graph.descendants(sample.graph.children(target)));
		reverted.retainAll(applied);
		if (reverted.isEmpty() && !sample.rows(applied).contains(target)) {
			return;
		}
		Set<String> left = sample.run(sample.graph.downgrade(sample.rows(applied), target), applied);
		Set<String> expected = new TreeSet<>(applied);
		expected.removeAll(reverted);
		assertThat(left).isEqualTo(expected).contains(target);
	}

	@Property
	void whatAnUpgradeAppliedADowngradeTakesBack(@ForAll @IntRange(min = 2, max = 40) int size, @ForAll long seed) {
		Sample sample = new Sample(size, seed);
		String start = sample.ids().get(sample.random.nextInt(size));
		Set<String> applied = sample.graph.ancestors(List.of(start));
		List<String> targets = new ArrayList<>(sample.graph.descendants(List.of(start)));
		Plan up = sample.graph.upgrade(sample.rows(applied), targets);
		Set<String> more = sample.run(up, applied);
		Set<String> standing = new HashSet<>(more);
		standing.removeAll(applied);
		if (!sample.graph.descendants(sample.graph.children(start)).containsAll(standing)) {
			// Something else came along, which a downgrade to the start leaves.
			return;
		}
		Plan down = sample.graph.downgrade(up.rowsAfter(), start);
		assertThat(sample.run(down, more)).isEqualTo(applied);
		assertThat(down.rowsAfter()).isEqualTo(up.rowsBefore());
	}

	@Property
	void stampedRowsNeverStandOnOneAnother(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
		Sample sample = new Sample(size, seed);
		Set<String> applied = sample.graph.ancestors(sample.someIds());
		List<String> targets = sample.someIds();
		Set<String> rows = sample.graph.stamp(sample.rows(applied), targets).rowsAfter();
		assertThat(sample.graph.ancestors(rows)).containsAll(targets);
		assertThat(sample.rows(sample.graph.ancestors(rows))).isEqualTo(rows);
	}

	@Property
	void aHistoryListsEachRevisionBeforeWhatItNeeds(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
		Sample sample = new Sample(size, seed);
		String from = sample.random.nextBoolean() ? "" : sample.ids().get(sample.random.nextInt(size));
		Set<String> listed = new HashSet<>();
		for (RevisionInfo revision : sample.graph.history(from, "", List.of())) {
			assertThat(listed).doesNotContain(revision.id());
			Set<String> below = new HashSet<>(sample.graph.ancestors(List.of(revision.id())));
			below.retainAll(listed);
			assertThat(below).isEmpty();
			listed.add(revision.id());
		}
		assertThat(listed).hasSize(from.isEmpty() ? size : listed.size());
		assertThat(from.isEmpty() || listed.contains(from)).isTrue();
	}

	/** A random graph, and choices in it. */
	private static final class Sample {

		private final RevisionGraph graph;

		private final Map<String, RevisionInfo> byId;

		private final Random random;

		Sample(int size, long seed) {
			List<RevisionInfo> revisions = Revisions.random(size, seed);
			this.graph = RevisionGraph.of(revisions);
			this.byId = revisions.stream().collect(Collectors.toMap(RevisionInfo::id, Function.identity()));
			this.random = new Random(seed + 1);
		}

		List<String> ids() {
			return this.graph.revisions().stream().map(RevisionInfo::id).toList();
		}

		List<String> someIds() {
			List<String> ids = new ArrayList<>();
			for (int count = 1 + this.random.nextInt(3); count > 0; count--) {
				ids.add(ids().get(this.random.nextInt(this.byId.size())));
			}
			return ids;
		}

		/**
		 * Run a plan, checking that each step is possible and that the rows are right.
		 */
		Set<String> run(Plan plan, Set<String> appliedBefore) {
			Set<String> applied = new TreeSet<>(appliedBefore);
			assertThat(plan.rowsBefore()).isEqualTo(rows(applied));
			plan.forEachStep((step, rows) -> {
				String id = step.revision().id();
				if (step.direction() == Direction.UPGRADE) {
					assertThat(applied).containsAll(needs(id)).doesNotContain(id);
					applied.add(id);
				}
				else {
					assertThat(applied).contains(id).noneMatch((other) -> needs(other).contains(id));
					applied.remove(id);
				}
				assertThat(rows).isEqualTo(rows(applied));
			});
			return applied;
		}

		/** The applied revisions that no other applied one needs. */
		Set<String> rows(Set<String> applied) {
			Set<String> rows = new TreeSet<>(applied);
			applied.forEach((id) -> rows.removeAll(needs(id)));
			return rows;
		}

		private Set<String> needs(String id) {
			RevisionInfo revision = this.byId.get(id);
			Set<String> needs = new HashSet<>();
			if (revision != null) {
				needs.addAll(revision.downRevisions());
				needs.addAll(revision.dependsOn());
			}
			return needs;
		}

	}

}
