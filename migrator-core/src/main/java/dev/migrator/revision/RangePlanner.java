package dev.migrator.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Plans the way from one place of the graph to another where there is no database to ask:
 * the start names the rows that the version table is taken to have. Either side may be
 * several symbols, separated by commas.
 */
final class RangePlanner {

	private final Topology topology;

	private final SymbolResolver symbols;

	RangePlanner(Topology topology, SymbolResolver symbols) {
		this.topology = topology;
		this.symbols = symbols;
	}

	Plan upgrade(RevisionRange range) {
		BitSet rows = rows(range.from());
		List<String> targets = symbols((range.to().isBlank()) ? "heads" : range.to());
		UpgradePlanner planner = new UpgradePlanner(this.topology, this.symbols);
		BitSet wanted = new BitSet();
		targets.forEach((target) -> wanted.or(planner.target(this.symbols.parse(target), rows)));
		if (!rows.isEmpty() && !this.topology.all().ancestors(wanted).intersects(rows)) {
			throw new MigratorException(
					ErrorCategory.NOT_ANCESTOR, "'" + range.from() + "' (" + Names.list(this.topology.ids(rows))
							+ ") does not lead up to '" + range.to() + "'.",
					"Name an ancestor first and one of its descendants second.");
		}
		return planner.plan(ids(rows), targets);
	}

	Plan downgrade(RevisionRange range) {
		if (range.from().isBlank() || range.to().isBlank()) {
			throw new MigratorException(ErrorCategory.NOT_FOUND,
					"'" + range.from() + ":" + range.to() + "' leaves a side of the way down open.",
					"Name both, as in head:base.");
		}
		return new DowngradePlanner(this.topology, this.symbols).plan(ids(rows(range.from())), range.to());
	}

	StampPlan stamp(RevisionRange range) {
		List<String> targets = symbols(range.to());
		if (targets.isEmpty()) {
			throw new MigratorException(ErrorCategory.NOT_FOUND,
					"'" + range.from() + ":" + range.to() + "' does not say what to stamp.",
					"Name it behind the colon, as in base:head.");
		}
		return new StampPlanner(this.topology, this.symbols).plan(ids(rows(range.from())), targets);
	}

	private BitSet rows(String from) {
		BitSet named = new BitSet();
		symbols(from).forEach((symbol) -> named.or(this.symbols.all(this.symbols.parse(symbol), null)));
		return this.topology.effective().tips(named);
	}

	private SortedSet<String> ids(BitSet revisions) {
		return this.topology.ids(revisions);
	}

	// A label may hold a comma.
	private List<String> symbols(String text) {
		if (this.topology.names().containsKey(text.strip())) {
			return List.of(text.strip());
		}
		List<String> symbols = new ArrayList<>();
		for (String part : text.split(",", -1)) {
			if (!part.isBlank()) {
				symbols.add(part.strip());
			}
		}
		return symbols;
	}

}
