package dev.migrator.script.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.RevisionGraph;

/**
 * Decides which down revisions a new revision has.
 */
final class Parents {

	private final RevisionGraph graph;

	Parents(RevisionGraph graph) {
		this.graph = graph;
	}

	/** The down revisions of a revision that follows a symbol; none for a base. */
	List<String> following(String symbol, boolean splice) {
		SortedSet<String> parents;
		try {
			parents = this.graph.resolve(symbol);
		}
		catch (MigratorException ex) {
			throw (ex.category() == ErrorCategory.MULTIPLE_HEADS) ? severalHeads(ex) : ex;
		}
		if (!splice) {
			parents.forEach(this::requireHead);
		}
		return List.copyOf(parents);
	}

	private MigratorException severalHeads(MigratorException ex) {
		// Heads on which others depend are not among 'heads'.
		String all = this.graph.heads().equals(this.graph.realHeads()) ? "heads" : String.join(" ", this.graph.heads());
		return new MigratorException(ErrorCategory.MULTIPLE_HEADS, ex.problem(),
				"Say which one the new revision follows, as in --head %s, or join them with 'migrator merge %s'."
					.formatted(this.graph.heads().first(), all),
				ex);
	}

	/** The down revisions of a merge. */
	List<String> joining(List<String> symbols, boolean splice) {
		List<String> parents = new ArrayList<>();
		for (String symbol : symbols) {
			for (String id : this.graph.resolve(symbol)) {
				if (parents.contains(id)) {
					throw nothing("Revision '%s' is named twice.".formatted(id), "Name each revision once.");
				}
				parents.add(id);
			}
		}
		if (parents.size() < 2) {
			throw nothing(
					"A merge joins at least two revisions, and '%s' %s.".formatted(String.join(" ", symbols),
							parents.isEmpty() ? "names none" : "names only '" + parents.get(0) + "'"),
					"The heads are: %s.".formatted(String.join(", ", this.graph.heads())));
		}
		parents.forEach((parent) -> requireApart(parent, parents));
		if (!splice) {
			parents.forEach(this::requireHead);
		}
		return parents;
	}

	private void requireApart(String upper, List<String> parents) {
		Set<String> below = below(upper);
		for (String lower : parents) {
			if (below.contains(lower)) {
				throw nothing("Revision '%s' stands on '%s' already.".formatted(upper, lower),
						"Leave '%s' out.".formatted(lower));
			}
		}
	}

	/** By down revisions alone: a dependency does not make two branches one. */
	private Set<String> below(String id) {
		Set<String> below = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(this.graph.get(id).downRevisions());
		while (!open.isEmpty()) {
			String lower = open.pop();
			if (below.add(lower)) {
				open.addAll(this.graph.get(lower).downRevisions());
			}
		}
		return below;
	}

	private void requireHead(String id) {
		if (!this.graph.isHead(id)) {
			throw new MigratorException(ErrorCategory.NOT_A_HEAD,
					"Revision '%s' is no head: '%s' follows it already.".formatted(id,
							String.join("', '", this.graph.children(id))),
					"Add --splice if a second branch shall begin there, or name a head: %s."
						.formatted(String.join(", ", this.graph.heads())));
		}
	}

	private static MigratorException nothing(String problem, String action) {
		return new MigratorException(ErrorCategory.NOTHING_TO_MERGE, problem, action);
	}

}
