package dev.migrator.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Lists the revisions between two places, newest first.
 */
final class HistoryQuery {

	private final Topology topology;

	private final SymbolResolver symbols;

	private final UpgradePlanner upgrades;

	HistoryQuery(Topology topology, SymbolResolver symbols, UpgradePlanner upgrades) {
		this.topology = topology;
		this.symbols = symbols;
		this.upgrades = upgrades;
	}

	List<RevisionInfo> list(String from, String to, Collection<String> currentRows) {
		BitSet rows = this.topology.rows(currentRows);
		Symbol lower = this.symbols.parse(from.isBlank() ? "base" : from);
		Symbol upper = this.symbols.parse(to.isBlank() ? "heads" : to);
		BitSet starts;
		BitSet ends;
		if (isFromCurrent(upper)) {
			starts = this.symbols.all(lower, rows);
			ends = above(upper, starts);
		}
		else {
			ends = this.symbols.all(upper, rows);
			starts = isFromCurrent(lower) ? below((Symbol.Relative) lower, ends) : this.symbols.all(lower, rows);
		}
		ends = SymbolResolver.within(ends, this.symbols.lineage(lower.branch()));
		BitSet listed = this.topology.effective().ancestors(ends);
		if (!starts.isEmpty()) {
			requireBelow(starts, listed, from, to);
			listed.andNot(this.topology.effective().ancestors(starts));
			listed.or(starts);
			listed.and(this.topology.versioned().descendants(starts));
		}
		List<RevisionInfo> revisions = new ArrayList<>();
		for (int revision : PlanOrder.newestFirst(this.topology, listed, ends)) {
			revisions.add(this.topology.revisions().get(revision));
		}
		return List.copyOf(revisions);
	}

	private static boolean isFromCurrent(Symbol symbol) {
		return symbol instanceof Symbol.Relative relative && relative.start() == null;
	}

	/** An end without a revision of its own goes up from the other end. */
	private BitSet above(Symbol upper, BitSet starts) {
		return this.upgrades.target(upper, starts);
	}

	/**
	 * A start without a revision of its own goes down from the other end, to the base.
	 */
	private BitSet below(Symbol.Relative lower, BitSet ends) {
		if (lower.steps() >= 0) {
			throw this.symbols.walk().tooFar(lower, "a history begins below its end");
		}
		BitSet from = SymbolResolver.within(ends, this.symbols.lineage(lower.branch()));
		BitSet starts = new BitSet();
		from.stream().forEach((end) -> {
			OptionalInt start = this.symbols.walk().downAtMost(end, lower);
			start.ifPresent(starts::set);
		});
		return starts;
	}

	private void requireBelow(BitSet starts, BitSet needed, String from, String to) {
		BitSet outside = (BitSet) starts.clone();
		outside.andNot(needed);
		if (!outside.isEmpty()) {
			throw new MigratorException(ErrorCategory.NOT_ANCESTOR,
					"'" + from + "' (" + Names.list(this.topology.ids(outside)) + ") does not lead up to '"
							+ (to.isBlank() ? "heads" : to) + "'.",
					"Name an ancestor first and one of its descendants second.");
		}
	}

}
