package dev.migrator.revision;

import java.util.BitSet;
import java.util.Collection;
import java.util.OptionalInt;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Plans downgrades: the revisions that follow the target, with everything applied that
 * stands on them, newest first. The target itself stays.
 */
final class DowngradePlanner {

	private final Topology topology;

	private final SymbolResolver symbols;

	DowngradePlanner(Topology topology, SymbolResolver symbols) {
		this.topology = topology;
		this.symbols = symbols;
	}

	Plan plan(Collection<String> currentRows, String text) {
		BitSet rows = this.topology.rows(currentRows);
		Symbol symbol = this.symbols.parse(text);
		if (symbol instanceof Symbol.Current) {
			return new VersionRows(this.topology, rows).plan();
		}
		Target target = target(symbol, currentRows, rows);
		BitSet reverted = this.topology.all().descendants(roots(target, text));
		reverted.and(this.topology.effective().ancestors(rows));
		if (reverted.isEmpty() && target.revision().isPresent() && !rows.get(target.revision().getAsInt())) {
			throw notBelow(text, rows);
		}
		VersionRows steps = new VersionRows(this.topology, rows);
		for (int revision : PlanOrder.newestFirst(this.topology, reverted, rows)) {
			steps.downgrade(revision);
		}
		return steps.plan();
	}

	/**
	 * Where a downgrade ends.
	 *
	 * @param revision the last revision that stays, empty for the base
	 * @param branch the revision that names the branch to which the downgrade is limited,
	 * empty for none
	 */
	record Target(OptionalInt revision, OptionalInt branch) {
	}

	private Target target(Symbol symbol, Collection<String> currentRows, BitSet rows) {
		if (symbol instanceof Symbol.Relative relative && relative.start() == null) {
			return fromCurrent(relative, currentRows, rows);
		}
		OptionalInt revision = (symbol instanceof Symbol.Relative relative) ? this.symbols.fromOne(relative, rows)
				: this.symbols.one(withoutBranch(symbol), rows);
		String branch = symbol.branch();
		if (branch == null) {
			return new Target(revision, OptionalInt.empty());
		}
		int branchRevision = this.symbols.branchRevision(branch);
		revision.ifPresent((number) -> this.symbols.requireMember(number, branch,
				this.topology.versioned().lineage(branchRevision)));
		return new Target(revision, OptionalInt.of(branchRevision));
	}

	/** As in Alembic the branch chooses what is reverted, not what the symbol names. */
	private static Symbol withoutBranch(Symbol symbol) {
		if (symbol instanceof Symbol.Name name) {
			return new Symbol.Name(null, name.text());
		}
		if (symbol instanceof Symbol.Head) {
			return new Symbol.Head(null);
		}
		return (symbol instanceof Symbol.Heads) ? new Symbol.Heads(null) : new Symbol.Base(null);
	}

	private Target fromCurrent(Symbol.Relative symbol, Collection<String> currentRows, BitSet rows) {
		if (symbol.steps() >= 0) {
			throw new MigratorException(ErrorCategory.RELATIVE_OUT_OF_RANGE,
					"A downgrade cannot go '" + symbol.text() + "' steps from where the database is.",
					"Take a negative number of steps, or upgrade.");
		}
		if (symbol.branch() != null) {
			int branch = this.symbols.branchRevision(symbol.branch());
			int start = currentOf(symbol, rows, this.topology.versioned().lineage(branch));
			return new Target(this.symbols.walk().down(start, symbol), OptionalInt.of(branch));
		}
		if (currentRows.isEmpty()) {
			throw this.symbols.walk().tooFar(symbol, "nothing is applied");
		}
		// With several rows the first one is taken, as Alembic does.
		int start = this.topology.number(currentRows.iterator().next());
		return new Target(this.symbols.walk().down(start, symbol), OptionalInt.of(start));
	}

	private int currentOf(Symbol.Relative symbol, BitSet rows, BitSet lineage) {
		BitSet current = SymbolResolver.within(rows, lineage);
		if (current.isEmpty()) {
			// The branch may be applied without a row because another one depends on it.
			BitSet applied = this.topology.effective().ancestors(rows);
			current = SymbolResolver.within(this.topology.versioned().tips(applied), lineage);
		}
		if (current.isEmpty()) {
			throw this.symbols.walk().tooFar(symbol, "nothing of branch '" + symbol.branch() + "' is applied");
		}
		if (current.cardinality() > 1) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS, "'" + symbol.branch() + "@" + symbol.text()
					+ "' could start at any of the current revisions " + Names.list(this.topology.ids(current)) + ".",
					"Name the revision to go down to.");
		}
		return current.nextSetBit(0);
	}

	private BitSet roots(Target target, String text) {
		BitSet roots = new BitSet();
		if (target.revision().isEmpty()) {
			roots = this.topology.bases();
		}
		else {
			for (int upper : this.topology.versioned().up()[target.revision().getAsInt()]) {
				roots.set(upper);
			}
		}
		if (target.branch().isPresent() && roots.cardinality() > 1) {
			BitSet candidates = (BitSet) roots.clone();
			roots.and(this.topology.versioned().ancestors(Edges.only(target.branch().getAsInt())));
			if (roots.isEmpty()) {
				throw new MigratorException(ErrorCategory.NOT_ANCESTOR,
						"'" + text + "' does not say what to revert: none of "
								+ Names.list(this.topology.ids(candidates)) + " leads to the branch.",
						"Name a branch that begins above the target, or leave it away to revert all of them.");
			}
		}
		return roots;
	}

	private MigratorException notBelow(String text, BitSet rows) {
		return new MigratorException(
				ErrorCategory.NOT_ANCESTOR, "'" + text + "' is not below what is applied: the database is at "
						+ Names.list(this.topology.ids(rows)) + ", and nothing applied follows it.",
				"Name a revision below the current ones, or upgrade.");
	}

}
