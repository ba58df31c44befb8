package dev.migrator.revision;

import java.util.BitSet;
import java.util.Collection;

/**
 * Plans stamps: the targets become rows in place of whatever stands above or below them;
 * rows that have nothing to do with a target stay.
 */
final class StampPlanner {

	private final Topology topology;

	private final SymbolResolver symbols;

	StampPlanner(Topology topology, SymbolResolver symbols) {
		this.topology = topology;
		this.symbols = symbols;
	}

	StampPlan plan(Collection<String> currentRows, Collection<String> targets) {
		BitSet before = this.topology.rows(currentRows);
		BitSet wanted = new BitSet();
		BitSet after = (BitSet) before.clone();
		for (String target : targets) {
			Symbol symbol = this.symbols.parse(target);
			if (symbol instanceof Symbol.Base) {
				after.andNot(below(symbol));
			}
			wanted.or(this.symbols.all(symbol, before));
		}
		after.andNot(this.topology.effective().ancestors(wanted));
		after.andNot(this.topology.effective().descendants(wanted));
		after.or(this.topology.effective().tips(wanted));
		return new StampPlan(this.topology.ids(before), this.topology.ids(after));
	}

	/** The rows that a stamp to the base concerns: with a branch those of its lineage. */
	private BitSet below(Symbol symbol) {
		BitSet concerned = new BitSet();
		if (symbol.branch() == null) {
			concerned.set(0, this.topology.size());
			return concerned;
		}
		int branch = this.symbols.branchRevision(symbol.branch());
		concerned.or(this.topology.effective().ancestors(Edges.only(branch)));
		concerned.or(this.topology.effective().descendants(Edges.only(branch)));
		return concerned;
	}

}
