package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as boxes and arrows. All arrows point the way an upgrade goes.
 *
 * @param nodes the boxes, oldest first, so that a new revision does not move the others
 * @param arrows the arrows between them, by the box to which they lead
 */
record Diagram(List<Node> nodes, List<Arrow> arrows) {

	/**
	 * Make boxes and arrows. What is not in the list has no box and no arrow.
	 */
	static Diagram of(List<RevisionInfo> newestFirst, GraphState state) {
		Marks marks = new Marks(state, Style.PLAIN);
		Map<String, Node> nodes = new LinkedHashMap<>();
		List<Arrow> arrows = new ArrayList<>();
		for (int place = newestFirst.size() - 1; place >= 0; place--) {
			RevisionInfo revision = newestFirst.get(place);
			Node node = Node.of(nodes.size(), revision, marks);
			nodes.put(revision.id(), node);
			Set<String> needed = new LinkedHashSet<>(revision.downRevisions());
			revision.dependsOn().forEach((name) -> needed.add(state.dependency(name)));
			for (String id : needed) {
				Node from = nodes.get(id);
				if (from != null) {
					arrows.add(new Arrow(from, node, !revision.downRevisions().contains(id)));
				}
			}
		}
		return new Diagram(List.copyOf(nodes.values()), List.copyOf(arrows));
	}

	/**
	 * A revision.
	 *
	 * @param number its place, from 0
	 * @param id its id
	 * @param title its id and marks, for people
	 * @param message its message, maybe empty
	 * @param isHead whether no other revision follows it
	 * @param isCurrent whether the database is there
	 * @param isApplied whether the database has it, or {@code null} if none was asked
	 */
	record Node(int number, String id, String title, String message, boolean isHead, boolean isCurrent,
			@Nullable Boolean isApplied) {

		static Node of(int number, RevisionInfo revision, Marks marks) {
			String id = revision.id();
			GraphState state = marks.state();
			return new Node(number, id, (OneLine.of(id) + " " + marks.all(revision)).strip(),
					OneLine.of(revision.message()), state.graph().isHead(id), state.isCurrent(id), state.isApplied(id));
		}

	}

	/**
	 * That one revision comes before another.
	 *
	 * @param from the one
	 * @param to the other
	 * @param isDependency whether it is needed without being a down revision
	 */
	record Arrow(Node from, Node to, boolean isDependency) {

	}

}
