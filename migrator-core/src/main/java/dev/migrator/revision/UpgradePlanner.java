package dev.migrator.revision;

import java.util.BitSet;
import java.util.Collection;
import java.util.OptionalInt;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Plans upgrades: whatever the targets need and is not applied yet, oldest first.
 */
final class UpgradePlanner {

	private final Topology topology;

	private final SymbolResolver symbols;

	UpgradePlanner(Topology topology, SymbolResolver symbols) {
		this.topology = topology;
		this.symbols = symbols;
	}

	Plan plan(Collection<String> currentRows, Collection<String> targets) {
		BitSet rows = this.topology.rows(currentRows);
		BitSet wanted = new BitSet();
		for (String target : targets) {
			wanted.or(target(this.symbols.parse(target), rows));
		}
		requireSeparate(rows);
		BitSet applied = this.topology.effective().ancestors(rows);
		BitSet needed = this.topology.effective().ancestors(wanted);
		needed.andNot(applied);
		int[] newestFirst = PlanOrder.newestFirst(this.topology, needed, wanted);
		VersionRows steps = new VersionRows(this.topology, rows);
		for (int place = newestFirst.length - 1; place >= 0; place--) {
			steps.upgrade(newestFirst[place]);
		}
		return steps.plan();
	}

	/** The revisions that a target names; relative ones start at the rows. */
	BitSet target(Symbol symbol, BitSet rows) {
		if (!(symbol instanceof Symbol.Relative relative)) {
			return this.symbols.all(symbol, rows);
		}
		BitSet found = new BitSet();
		if (relative.start() != null) {
			this.symbols.fromOne(relative, rows).ifPresent(found::set);
			return found;
		}
		if (relative.steps() <= 0) {
			throw new MigratorException(ErrorCategory.RELATIVE_OUT_OF_RANGE,
					"An upgrade cannot go '" + relative.text() + "' steps from where the database is.",
					"Take a positive number of steps, or downgrade.");
		}
		BitSet lineage = this.symbols.lineage(relative.branch());
		found.set(this.symbols.walk().up(start(relative, rows, lineage), relative, lineage));
		return found;
	}

	private OptionalInt start(Symbol.Relative symbol, BitSet rows, @Nullable BitSet lineage) {
		BitSet starts = SymbolResolver.within(rows, lineage);
		if (starts.isEmpty() && lineage != null) {
			// No row is of the branch: go on from the highest applied revisions of it.
			BitSet applied = SymbolResolver.within(this.topology.effective().ancestors(rows), lineage);
			starts = directTips(applied);
		}
		if (starts.cardinality() > 1) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS,
					"'" + symbol.text() + "' could start at any of the current revisions "
							+ Names.list(this.topology.ids(starts)) + ".",
					"Narrow to a branch as in label@" + symbol.text() + ", or name a revision.");
		}
		return starts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(starts.nextSetBit(0));
	}

	/** Revisions of a set of which no other one of it is a direct successor. */
	private BitSet directTips(BitSet revisions) {
		BitSet tips = (BitSet) revisions.clone();
		revisions.stream().forEach((revision) -> {
			for (int lower : this.topology.effective().down()[revision]) {
				tips.clear(lower);
			}
		});
		return tips;
	}

	private void requireSeparate(BitSet rows) {
		BitSet implied = (BitSet) rows.clone();
		implied.andNot(this.topology.effective().tips(rows));
		if (!implied.isEmpty()) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS,
					"The version table holds revisions on which other rows of it already stand: "
							+ Names.list(this.topology.ids(implied)) + ".",
					"Stamp the database with the revisions it is really at.");
		}
	}

}
