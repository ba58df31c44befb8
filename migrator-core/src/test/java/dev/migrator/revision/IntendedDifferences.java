package dev.migrator.revision;

import java.util.List;
import java.util.Set;
import java.util.NavigableSet;
import java.util.TreeSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import tools.jackson.databind.JsonNode;

/**
 * Where this graph answers otherwise than Alembic on purpose: the list of
 * {@code docs/graph.md}, each entry as a predicate. What is right there is worked out
 * here from ancestors alone and not taken from the planners under test.
 */
final class IntendedDifferences {

	/**
	 * Between these the better one may be chosen: Alembic's command line shows one text.
	 */
	private static final Set<String> FINER_CATEGORIES = Set.of("not-found", "ambiguous", "not-ancestor",
			"relative-out-of-range");

	private final RevisionGraph graph;

	private final JsonNode query;

	private final GraphAnswer alembic;

	private final GraphAnswer ours;

	private IntendedDifferences(RevisionGraph graph, JsonNode query, GraphAnswer alembic, GraphAnswer ours) {
		this.graph = graph;
		this.query = query;
		this.alembic = alembic;
		this.ours = ours;
	}

	static boolean allow(RevisionGraph graph, JsonNode query, GraphAnswer alembic, GraphAnswer ours) {
		IntendedDifferences differences = new IntendedDifferences(graph, query, alembic, ours);
		return differences.alembicBreaksDown() || differences.finerCategory() || differences.branchIsChecked()
				|| differences.nothingIsBelowTheBase() || differences.noRowUnderAnother()
				|| differences.everyStampedTargetBecomesARow();
	}

	/** Alembic ends with an error of Python's there. */
	private boolean alembicBreaksDown() {
		return "any".equals(this.alembic.error());
	}

	private boolean finerCategory() {
		return this.alembic.error() != null && this.ours.error() != null
				&& FINER_CATEGORIES.contains(this.alembic.error()) && FINER_CATEGORIES.contains(this.ours.error());
	}

	/**
	 * What stands before an @ must name a branch, and exactly one; and a downgrade's
	 * target must belong to it. Alembic does not look at it in front of the base, nor, in
	 * a downgrade, if there is only one way down, and then reverts more than was asked
	 * for.
	 */
	private boolean branchIsChecked() {
		String symbol = this.query.path("target").asString(this.query.path("symbol").asString(""));
		int at = symbol.indexOf('@');
		if (at < 0 || this.ours.error() == null || this.alembic.error() != null) {
			return false;
		}
		String branch = symbol.substring(0, at);
		if (isRefused(branch)) {
			return this.ours.error().equals("not-found") || this.ours.error().equals("ambiguous");
		}
		// As in Alembic, a downgrade's target is found without the branch.
		return isOp("downgrade") && this.ours.error().equals("not-found")
				&& this.graph.resolve(symbol.substring(at + 1)).stream().anyMatch((id) -> isRefused(branch + "@" + id));
	}

	/** Below the base there is nothing; Alembic goes down from the heads there. */
	private boolean nothingIsBelowTheBase() {
		return this.query.path("target").asString("").matches("(.*@)?base-[0-9]+")
				&& "relative-out-of-range".equals(this.ours.error());
	}

	private boolean isRefused(String symbol) {
		try {
			this.graph.resolve(symbol);
			return false;
		}
		catch (MigratorException ex) {
			return ex.category() == ErrorCategory.NOT_FOUND || ex.category() == ErrorCategory.AMBIGUOUS;
		}
	}

	/**
	 * The version table never holds a revision on which another row stands; reverting a
	 * merge, Alembic adds such rows if there is an unrelated row besides.
	 */
	private boolean noRowUnderAnother() {
		return isOp("downgrade") && this.alembic.error() == null && this.ours.error() == null
				&& this.ours.ids().equals(this.alembic.ids())
				&& this.ours.versionTable()
					.equals(this.alembic.versionTable()
						.stream()
						.map((rows) -> List.copyOf(withoutRowsUnderOthers(rows)))
						.toList());
	}

	/**
	 * A stamp with several targets leaves each of them as a row, except one on which
	 * another one stands. Alembic handles them one after the other and loses some, or
	 * leaves rows that stand on one another.
	 */
	private boolean everyStampedTargetBecomesARow() {
		if (!isOp("stamp") || this.alembic.error() != null || this.ours.error() != null) {
			return false;
		}
		NavigableSet<String> targets = new TreeSet<>();
		GraphCase.strings(this.query, "target").forEach((target) -> targets.addAll(this.graph.resolve(target)));
		NavigableSet<String> separate = withoutRowsUnderOthers(targets);
		boolean alembicIsWrong = separate.size() < targets.size() || !this.alembic.ids().containsAll(targets);
		NavigableSet<String> rows = new TreeSet<>(GraphCase.strings(this.query, "current"));
		rows.removeAll(this.graph.ancestors(targets));
		rows.removeAll(this.graph.descendants(targets));
		rows.addAll(separate);
		return targets.size() > 1 && alembicIsWrong && this.ours.ids().equals(List.copyOf(rows));
	}

	private NavigableSet<String> withoutRowsUnderOthers(Iterable<String> rows) {
		NavigableSet<String> left = new TreeSet<>();
		rows.forEach(left::add);
		for (String row : rows) {
			Set<String> below = new TreeSet<>(this.graph.ancestors(List.of(row)));
			below.remove(row);
			left.removeAll(below);
		}
		return left;
	}

	private boolean isOp(String op) {
		return this.query.get("op").asString().equals(op);
	}

}
