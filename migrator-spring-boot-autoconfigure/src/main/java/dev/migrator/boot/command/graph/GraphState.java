package dev.migrator.boot.command.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * A graph of revisions and, where a database was asked, what of it is applied there.
 */
public final class GraphState {

	private final RevisionGraph graph;

	private final Set<String> realHeads;

	private final Map<String, String> labelled = new HashMap<>();

	private final Set<String> current;

	private final @Nullable Set<String> applied;

	private GraphState(RevisionGraph graph, Collection<String> current, @Nullable Collection<String> applied) {
		this.graph = graph;
		this.realHeads = graph.realHeads();
		graph.revisions()
			.forEach((revision) -> revision.branchLabels().forEach((label) -> this.labelled.put(label, revision.id())));
		this.current = Set.copyOf(current);
		this.applied = (applied != null) ? Set.copyOf(applied) : null;
	}

	/**
	 * Describe a graph without a database.
	 * @param graph the graph
	 * @return the graph as it is
	 */
	public static GraphState of(RevisionGraph graph) {
		return new GraphState(graph, Set.of(), null);
	}

	/**
	 * Describe a graph beside a database.
	 * @param graph the graph
	 * @param current the rows of the version table
	 * @param applied the ids of all applied revisions
	 * @return the graph and the database
	 */
	public static GraphState of(RevisionGraph graph, Collection<String> current, Collection<String> applied) {
		return new GraphState(graph, current, applied);
	}

	RevisionGraph graph() {
		return this.graph;
	}

	/** Whether a head is not a real one, because another revision depends on it. */
	boolean isEffectiveHead(String id) {
		return this.graph.isHead(id) && !this.realHeads.contains(id);
	}

	boolean isCurrent(String id) {
		return this.current.contains(id);
	}

	/** Whether a revision is applied, or {@code null} if no database was asked. */
	@Nullable Boolean isApplied(String id) {
		return (this.applied != null) ? this.applied.contains(id) : null;
	}

	/** The id of the revision that a dependency names by its id or by a branch label. */
	String dependency(String name) {
		return Objects.requireNonNullElse(this.labelled.get(name), name);
	}

	/** The labels of a revision that others declare. */
	List<String> inheritedLabels(RevisionInfo revision) {
		return this.graph.labelsOf(revision.id())
			.stream()
			.filter((label) -> !revision.branchLabels().contains(label))
			.toList();
	}

}
