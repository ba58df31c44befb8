package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;

/**
 * What stands in parentheses behind the id of a revision.
 *
 * @param state the graph and the database
 * @param style how the words look
 */
record Marks(GraphState state, Style style) {

	private static final int LABELS_SHOWN = 5;

	/** The revision's place in the graph, its branch labels and its dependencies. */
	String all(RevisionInfo revision) {
		List<String> marks = places(revision.id());
		List<String> labels = new ArrayList<>(revision.branchLabels());
		labels.addAll(this.state.inheritedLabels(revision));
		labels.stream().limit(LABELS_SHOWN).map(OneLine::of).map(this.style::label).forEach(marks::add);
		if (labels.size() > LABELS_SHOWN) {
			marks.add("%d more labels".formatted(labels.size() - LABELS_SHOWN));
		}
		String text = String.join(", ", marks);
		if (!revision.dependsOn().isEmpty()) {
			text += (text.isEmpty() ? "" : "; ") + revision.dependsOn()
				.stream()
				.map(OneLine::of)
				.collect(Collectors.joining(", ", "depends on ", ""));
		}
		return parenthesised(text);
	}

	/** The revision's place in the graph. */
	String place(RevisionInfo revision) {
		return parenthesised(String.join(", ", places(revision.id())));
	}

	private List<String> places(String id) {
		RevisionGraph graph = this.state.graph();
		List<String> places = new ArrayList<>();
		if (graph.isHead(id)) {
			places.add(this.style.head(this.state.isEffectiveHead(id) ? "effective head" : "head"));
		}
		if (this.state.isCurrent(id)) {
			places.add(this.style.current("current"));
		}
		if (graph.get(id).downRevisions().isEmpty()) {
			places.add("base");
		}
		if (graph.isBranchPoint(id)) {
			places.add("branch point");
		}
		if (graph.isMergePoint(id)) {
			places.add("merge point");
		}
		return places;
	}

	private static String parenthesised(String text) {
		return text.isEmpty() ? "" : "(" + text + ")";
	}

}
