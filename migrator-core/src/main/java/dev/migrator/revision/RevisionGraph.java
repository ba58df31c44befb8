package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

import dev.migrator.error.MigratorException;

/**
 * All revisions and how they stand on one another. Immutable and safe for use by several
 * threads. Methods that take ids want them in full and throw {@code NOT_FOUND} for
 * others; methods that take symbols understand what {@code docs/graph.md} lists; methods
 * that take rows of the version table throw {@code UNKNOWN_REVISION} if a row is no
 * revision of this graph.
 */
public final class RevisionGraph {

	private final Topology topology;

	private final BranchLabels labels;

	private final SymbolResolver symbols;

	private RevisionGraph(Topology topology) {
		this.topology = topology;
		this.labels = new BranchLabels(topology);
		this.symbols = new SymbolResolver(topology);
	}

	/**
	 * Check and link revisions.
	 * @param revisions the revisions; their order is the load order, which decides
	 * between orders of a plan that are equally right
	 * @return the graph
	 * @throws MigratorException {@code DUPLICATE_REVISION}, {@code DUPLICATE_LABEL},
	 * {@code INVALID_REVISION} for an id or label that cannot be one, {@code NOT_FOUND}
	 * for a down revision or dependency that does not exist, {@code CYCLE} and
	 * {@code DEPENDENCY_CYCLE}
	 */
	public static RevisionGraph of(Collection<RevisionInfo> revisions) {
		return new RevisionGraph(GraphLoader.load(revisions));
	}

	/**
	 * Return the revisions.
	 * @return all of them, in load order
	 */
	public List<RevisionInfo> revisions() {
		return this.topology.revisions();
	}

	/**
	 * Look for a revision.
	 * @param id a full id
	 * @return the revision, if there is one
	 */
	public Optional<RevisionInfo> find(String id) {
		return Optional.ofNullable(this.topology.numbers().get(id)).map(this.topology.revisions()::get);
	}

	/**
	 * Return a revision.
	 * @param id a full id
	 * @return the revision
	 * @throws MigratorException {@code NOT_FOUND} if there is none
	 */
	public RevisionInfo get(String id) {
		return this.topology.revisions().get(this.topology.number(id));
	}

	/**
	 * Return whether there is no revision at all.
	 * @return {@code true} without revisions
	 */
	public boolean isEmpty() {
		return this.topology.size() == 0;
	}

	/**
	 * Return the revisions that are nobody's down revision.
	 * @return their ids
	 */
	public SortedSet<String> heads() {
		return this.topology.ids(this.topology.heads());
	}

	/**
	 * Return the heads on which no other revision depends: the rows of a database to
	 * which everything is applied.
	 * @return their ids
	 */
	public SortedSet<String> realHeads() {
		return this.topology.ids(this.topology.realHeads());
	}

	/**
	 * Return the revisions without a down revision.
	 * @return their ids
	 */
	public SortedSet<String> bases() {
		return this.topology.ids(this.topology.bases());
	}

	/**
	 * Return the revisions that are a down revision of several.
	 * @return their ids
	 */
	public SortedSet<String> branchPoints() {
		return this.topology.ids(this.topology.branchPoints());
	}

	/**
	 * Return the revisions with several down revisions.
	 * @return their ids
	 */
	public SortedSet<String> mergePoints() {
		return this.topology.ids(this.topology.mergePoints());
	}

	/**
	 * Return whether a revision is nobody's down revision.
	 * @param id a full id
	 * @return {@code true} for a head
	 */
	public boolean isHead(String id) {
		return this.topology.versioned().up()[this.topology.number(id)].length == 0;
	}

	/**
	 * Return whether a revision is a down revision of several.
	 * @param id a full id
	 * @return {@code true} for a branch point
	 */
	public boolean isBranchPoint(String id) {
		return this.topology.versioned().up()[this.topology.number(id)].length > 1;
	}

	/**
	 * Return whether a revision has several down revisions.
	 * @param id a full id
	 * @return {@code true} for a merge point
	 */
	public boolean isMergePoint(String id) {
		return this.topology.versioned().down()[this.topology.number(id)].length > 1;
	}

	/**
	 * Return the branch labels of a revision: its own, those of its ancestors, and those
	 * of its descendants up to the next branch point or merge point.
	 * @param id a full id
	 * @return the labels, sorted
	 */
	public Set<String> labelsOf(String id) {
		return this.labels.of(this.topology.number(id));
	}

	/**
	 * Return the revisions of which one is a down revision.
	 * @param id a full id
	 * @return the ids, in load order
	 */
	public List<String> children(String id) {
		return ids(this.topology.versioned().up()[this.topology.number(id)]);
	}

	/**
	 * Return the revisions that depend on one without following it.
	 * @param id a full id
	 * @return the ids, in load order
	 */
	public List<String> dependedOnBy(String id) {
		int revision = this.topology.number(id);
		List<String> dependants = new ArrayList<>(ids(this.topology.all().up()[revision]));
		dependants.removeAll(Set.copyOf(ids(this.topology.versioned().up()[revision])));
		return List.copyOf(dependants);
	}

	/**
	 * Find the revisions that a symbol names where there is no database.
	 * @param symbol any symbol that does not start at the current revisions
	 * @return the ids, none for the base
	 * @throws MigratorException {@code NOT_FOUND}, {@code AMBIGUOUS},
	 * {@code MULTIPLE_HEADS} or {@code RELATIVE_OUT_OF_RANGE}
	 */
	public SortedSet<String> resolve(String symbol) {
		return this.topology.ids(this.symbols.all(this.symbols.parse(symbol), null));
	}

	/**
	 * Find the revisions that a symbol names where there is a database.
	 * @param symbol any symbol; a relative one goes up or down from the only row
	 * @param currentRows the rows of the version table
	 * @return the ids, none for the base
	 * @throws MigratorException as {@link #resolve(String)}, and {@code UNKNOWN_REVISION}
	 */
	public SortedSet<String> resolve(String symbol, Collection<String> currentRows) {
		return this.topology.ids(this.symbols.all(this.symbols.parse(symbol), this.topology.rows(currentRows)));
	}

	/**
	 * Return everything that revisions stand on, dependencies included.
	 * @param ids full ids
	 * @return the ids of the given revisions and of their ancestors
	 */
	public SortedSet<String> ancestors(Collection<String> ids) {
		return this.topology.ids(this.topology.all().ancestors(this.topology.numbers(ids)));
	}

	/**
	 * Return everything that stands on revisions, dependants included.
	 * @param ids full ids
	 * @return the ids of the given revisions and of their descendants
	 */
	public SortedSet<String> descendants(Collection<String> ids) {
		return this.topology.ids(this.topology.all().descendants(this.topology.numbers(ids)));
	}

	/**
	 * List the revisions from one place up to another: what the end stands on, without
	 * what lies below the start, and with a start other than the base only what follows
	 * it.
	 * @param from a symbol, {@code -N} for so many steps below the end, or empty for the
	 * base
	 * @param to a symbol, {@code +N} for so many steps above the start, or empty for all
	 * heads
	 * @param currentRows the rows of the version table, which {@code current} names
	 * @return the revisions, newest first
	 * @throws MigratorException {@code NOT_ANCESTOR} if the start does not lead to the
	 * end, and as {@link #resolve(String, Collection)}
	 */
	public List<RevisionInfo> history(String from, String to, Collection<String> currentRows) {
		UpgradePlanner upgrades = new UpgradePlanner(this.topology, this.symbols);
		return new HistoryQuery(this.topology, this.symbols, upgrades).list(from, to, currentRows);
	}

	/**
	 * Plan an upgrade: everything that the targets need and that is not applied.
	 * @param currentRows the rows of the version table
	 * @param targets symbols; several are upgraded to in one plan
	 * @return the plan, oldest revision first; empty if all is applied
	 * @throws MigratorException as {@link #resolve(String, Collection)}, and
	 * {@code AMBIGUOUS} if one row stands on another
	 */
	public Plan upgrade(Collection<String> currentRows, Collection<String> targets) {
		return new UpgradePlanner(this.topology, this.symbols).plan(currentRows, targets);
	}

	/**
	 * Plan a downgrade: everything applied that stands on the revisions following the
	 * target, which itself stays.
	 * @param currentRows the rows of the version table; {@code -N} starts at the first
	 * @param target a symbol
	 * @return the plan, newest revision first
	 * @throws MigratorException {@code NOT_ANCESTOR} if the target is not below what is
	 * applied, and as {@link #resolve(String, Collection)}
	 */
	public Plan downgrade(Collection<String> currentRows, String target) {
		return new DowngradePlanner(this.topology, this.symbols).plan(currentRows, target);
	}

	/**
	 * Plan a stamp: the targets become rows in place of all rows above or below them.
	 * @param currentRows the rows of the version table
	 * @param targets symbols; {@code base} removes all rows, {@code label@base} those of
	 * a branch
	 * @return the rows before and after
	 * @throws MigratorException as {@link #resolve(String, Collection)}
	 */
	public StampPlan stamp(Collection<String> currentRows, Collection<String> targets) {
		return new StampPlanner(this.topology, this.symbols).plan(currentRows, targets);
	}

	/**
	 * Plan an upgrade where there is no database.
	 * @param range its start names the rows of the version table, none of them if it is
	 * empty or {@code base}; its end is the target, all heads if it is empty. Both may be
	 * several symbols, separated by commas
	 * @return the plan, oldest revision first
	 * @throws MigratorException {@code NOT_ANCESTOR} if the start does not lead to the
	 * end, and as {@link #resolve(String)}
	 */
	public Plan upgrade(RevisionRange range) {
		return new RangePlanner(this.topology, this.symbols).upgrade(range);
	}

	/**
	 * Plan a downgrade where there is no database.
	 * @param range its start names the rows of the version table, its end is the target
	 * @return the plan, newest revision first
	 * @throws MigratorException {@code NOT_FOUND} if a side is open, and as
	 * {@link #downgrade(Collection, String)}
	 */
	public Plan downgrade(RevisionRange range) {
		return new RangePlanner(this.topology, this.symbols).downgrade(range);
	}

	/**
	 * Plan a stamp where there is no database.
	 * @param range its start names the rows of the version table as for an upgrade, its
	 * end is the target
	 * @return the rows before and after
	 * @throws MigratorException {@code NOT_FOUND} if there is no target, and as
	 * {@link #resolve(String)}
	 */
	public StampPlan stamp(RevisionRange range) {
		return new RangePlanner(this.topology, this.symbols).stamp(range);
	}

	/**
	 * Look for rows of the version table that are no revision of this graph.
	 * @param currentRows the rows of the version table
	 * @return those that no revision has
	 */
	public SortedSet<String> unknown(Collection<String> currentRows) {
		return this.topology.unknown(currentRows);
	}

	private List<String> ids(int[] revisions) {
		List<String> ids = new ArrayList<>(revisions.length);
		for (int revision : revisions) {
			ids.add(this.topology.id(revision));
		}
		return List.copyOf(ids);
	}

}
