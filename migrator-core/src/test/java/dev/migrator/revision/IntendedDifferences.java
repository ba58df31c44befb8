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
				|| differences.noRowUnderAnother() || differences.everyStampedTargetBecomesARow();
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
	 * A downgrade with a branch that does not exist, or to which the target does not
	 * belong, is refused; Alembic looks at the branch only if there are several ways down
	 * and else reverts more than was asked for.
	 */
	private boolean branchIsChecked() {
		String target = this.query.path("target").asString("");
		int at = target.indexOf('@');
		if (!isOp("downgrade") || at < 0 || !"not-found".equals(this.ours.error()) || this.alembic.error() != null) {
			return false;
		}
		String branch = target.substring(0, at);
		// As in Alembic, a downgrade's target is found without the branch.
		Set<String> found = this.graph.resolve(target.substring(at + 1));
		return isNotFound(branch) || found.stream().anyMatch((id) -> isNotFound(branch + "@" + id));
	}

	private boolean isNotFound(String symbol) {
		try {
			this.graph.resolve(symbol);
			return false;
		}
		catch (MigratorException ex) {
			return ex.category() == ErrorCategory.NOT_FOUND;
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
