package dev.migrator.revision;

import java.util.BitSet;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the revisions that a symbol names.
 */
final class SymbolResolver {

	/** Shorter names are only found in full. */
	private static final int SHORTEST_ABBREVIATED = 4;

	private final Topology topology;

	private final Walk walk;

	SymbolResolver(Topology topology) {
		this.topology = topology;
		this.walk = new Walk(topology);
	}

	/** Take a symbol apart; a label that looks like a relative symbol is a label. */
	Symbol parse(String text) {
		String stripped = text.strip();
		return this.topology.names().containsKey(stripped) ? new Symbol.Name(null, stripped) : Symbol.parse(stripped);
	}

	/**
	 * Find all revisions that a symbol names, relative ones included if they start at a
	 * named revision or, going down, at the heads.
	 * @param symbol what to find
	 * @param rows the rows of the version table, or {@code null} where there is none
	 * @return the revisions, none for the base
	 */
	BitSet all(Symbol symbol, @Nullable BitSet rows) {
		if (symbol instanceof Symbol.Relative relative) {
			return fromNamed(relative, rows);
		}
		BitSet lineage = lineage(symbol.branch());
		if (symbol instanceof Symbol.Head head) {
			return oneHead(head, lineage);
		}
		if (symbol instanceof Symbol.Heads) {
			return (lineage != null) ? within(this.topology.heads(), lineage) : this.topology.realHeads();
		}
		if (symbol instanceof Symbol.Current) {
			return within(current(rows), lineage);
		}
		if (symbol instanceof Symbol.Name name) {
			return Edges.only(named(name, lineage));
		}
		return new BitSet();
	}

	/** Find the one revision that a symbol names; empty for the base. */
	OptionalInt one(Symbol symbol, @Nullable BitSet rows) {
		BitSet found = all(symbol, rows);
		if (found.cardinality() > 1) {
			throw multipleHeads(symbol, found);
		}
		return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.nextSetBit(0));
	}

	/** What is above and below the revision that names a branch, without dependencies. */
	@Nullable BitSet lineage(@Nullable String branch) {
		return (branch != null) ? this.topology.versioned().lineage(branchRevision(branch)) : null;
	}

	int branchRevision(String branch) {
		Integer exact = this.topology.names().get(branch);
		if (exact != null) {
			return exact;
		}
		SortedMap<String, Integer> found = abbreviated(branch, null);
		if (found.isEmpty()) {
			throw new MigratorException(ErrorCategory.NOT_FOUND, "There is no branch '" + branch + "'.",
					"Before the @ stands a branch label, an id or the start of an id; the branch labels are: "
							+ Names.list(labels()) + ".");
		}
		return single(branch, found);
	}

	void requireMember(int revision, String branch, BitSet lineage) {
		if (!lineage.get(revision)) {
			throw new MigratorException(ErrorCategory.NOT_FOUND,
					"Revision '" + this.topology.id(revision) + "' does not belong to branch '" + branch + "'.",
					"Leave the branch away, or name a revision of it; its heads are: "
							+ Names.list(this.topology.ids(within(this.topology.heads(), lineage))) + ".");
		}
	}

	private int named(Symbol.Name name, @Nullable BitSet lineage) {
		int revision;
		Integer exact = this.topology.names().get(name.text());
		if (exact != null) {
			revision = exact;
		}
		else {
			SortedMap<String, Integer> found = abbreviated(name.text(), lineage);
			if (found.isEmpty()) {
				throw notFound(name);
			}
			revision = single(name.text(), found);
		}
		if (name.branch() != null && lineage != null) {
			requireMember(revision, name.branch(), lineage);
		}
		return revision;
	}

	private SortedMap<String, Integer> abbreviated(String start, @Nullable BitSet lineage) {
		SortedMap<String, Integer> found = new TreeMap<>();
		if (start.isEmpty()) {
			return found;
		}
		for (var name : this.topology.names().tailMap(start).entrySet()) {
			if (!name.getKey().startsWith(start)) {
				break;
			}
			if (name.getKey().length() >= SHORTEST_ABBREVIATED && (lineage == null || lineage.get(name.getValue()))) {
				found.put(name.getKey(), name.getValue());
			}
		}
		return found;
	}

	private int single(String start, SortedMap<String, Integer> found) {
		if (found.size() > 1) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS,
					"'" + start + "' could be any of these: " + Names.list(found.keySet()) + ".",
					"Give more characters of the one that is meant.");
		}
		return found.values().iterator().next();
	}

	private MigratorException notFound(Symbol.Name name) {
		String branch = (name.branch() != null) ? " on branch '" + name.branch() + "'" : "";
		return new MigratorException(ErrorCategory.NOT_FOUND,
				"There is no revision or branch label '" + name.text() + "'" + branch + ", nor one that begins so.",
				"The heads are: " + Names.list(this.topology.ids(this.topology.heads())) + "; the branch labels are: "
						+ Names.list(labels()) + "; ids and labels of fewer than " + SHORTEST_ABBREVIATED
						+ " characters must be given in full.");
	}

	private BitSet oneHead(Symbol.Head symbol, @Nullable BitSet lineage) {
		BitSet heads = within(this.topology.heads(), lineage);
		if (heads.cardinality() > 1) {
			throw multipleHeads(symbol, heads);
		}
		return heads;
	}

	private MigratorException multipleHeads(Symbol symbol, BitSet found) {
		String branch = (symbol.branch() != null) ? " on branch '" + symbol.branch() + "'" : "";
		return new MigratorException(ErrorCategory.MULTIPLE_HEADS,
				"There are several heads" + branch + ": " + Names.list(this.topology.ids(found)) + ".",
				"Name one of them, narrow to a branch with label@head, take 'heads' for all of them, "
						+ "or merge them into one.");
	}

	private BitSet fromNamed(Symbol.Relative symbol, @Nullable BitSet rows) {
		BitSet found = new BitSet();
		if (symbol.start() == null && rows == null) {
			if (symbol.steps() >= 0) {
				throw new MigratorException(ErrorCategory.RELATIVE_OUT_OF_RANGE,
						"'" + symbol.text() + "' has no revision to start from here.",
						"Put one before it, as in id" + symbol.text() + ".");
			}
			BitSet starts = within(this.topology.realHeads(), lineage(symbol.branch()));
			starts.stream().forEach((head) -> this.walk.down(head, symbol).ifPresent(found::set));
			return found;
		}
		fromOne(symbol, rows).ifPresent(found::set);
		return found;
	}

	/** The revision so many steps from a named one or from the single row. */
	OptionalInt fromOne(Symbol.Relative symbol, @Nullable BitSet rows) {
		Symbol start = (symbol.start() != null) ? symbol.start() : new Symbol.Current(symbol.branch());
		if (symbol.steps() > 0) {
			return OptionalInt.of(this.walk.up(one(start, rows), symbol, lineage(symbol.branch())));
		}
		OptionalInt from = one(onBranch(start, symbol.branch()), rows);
		return from.isPresent() ? this.walk.down(from.getAsInt(), symbol) : this.walk.downFromBase(symbol);
	}

	/** The start of a walk down must be of the branch. */
	private static Symbol onBranch(Symbol start, @Nullable String branch) {
		if (start instanceof Symbol.Name name) {
			return new Symbol.Name(branch, name.text());
		}
		if (start instanceof Symbol.Head) {
			return new Symbol.Head(branch);
		}
		if (start instanceof Symbol.Heads) {
			return new Symbol.Heads(branch);
		}
		return start;
	}

	Walk walk() {
		return this.walk;
	}

	private static BitSet current(@Nullable BitSet rows) {
		if (rows == null) {
			throw new MigratorException(ErrorCategory.NOT_FOUND, "'current' means nothing without a database.",
					"Name a revision instead.");
		}
		return rows;
	}

	static BitSet within(BitSet revisions, @Nullable BitSet lineage) {
		BitSet within = (BitSet) revisions.clone();
		if (lineage != null) {
			within.and(lineage);
		}
		return within;
	}

	private Collection<String> labels() {
		return this.topology.names()
			.keySet()
			.stream()
			.filter((name) -> !this.topology.numbers().containsKey(name))
			.toList();
	}

}
