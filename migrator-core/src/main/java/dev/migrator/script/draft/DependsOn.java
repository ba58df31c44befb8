package dev.migrator.script.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.RevisionGraph;

/**
 * Decides what stands in a file for the dependencies that a person named: full ids, and
 * branch labels as they are.
 */
final class DependsOn {

	private final RevisionGraph graph;

	DependsOn(RevisionGraph graph) {
		this.graph = graph;
	}

	List<String> resolve(List<String> symbols) {
		Set<String> resolved = new LinkedHashSet<>();
		for (String symbol : symbols) {
			resolved.add(isLabel(symbol) ? symbol : id(symbol));
		}
		return new ArrayList<>(resolved);
	}

	private boolean isLabel(String symbol) {
		return this.graph.revisions().stream().anyMatch((revision) -> revision.branchLabels().contains(symbol));
	}

	private String id(String symbol) {
		SortedSet<String> ids = this.graph.resolve(symbol);
		if (ids.size() != 1) {
			throw new MigratorException(ids.isEmpty() ? ErrorCategory.NOT_FOUND : ErrorCategory.AMBIGUOUS,
					"A revision cannot depend on '%s', which names %s.".formatted(symbol,
							ids.isEmpty() ? "none" : "several: " + String.join(", ", ids)),
					"Name one revision, or give --depends-on several times.");
		}
		return ids.first();
	}

}
