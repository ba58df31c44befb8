package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.revision.RevisionInfo;

/**
 * Writes revisions in Graphviz's language DOT. The base is at the top; a dependency is a
 * dotted arrow.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
public final class DotGraph {

	private final GraphState state;

	/**
	 * Create a way to write.
	 * @param state the graph that has the revisions, and the database
	 */
	public DotGraph(GraphState state) {
		this.state = state;
	}

	/**
	 * Write revisions.
	 * @param revisions the revisions, each before all that it needs
	 * @return the lines, without line ends
	 */
	public List<String> draw(List<RevisionInfo> revisions) {
		Diagram diagram = Diagram.of(revisions, this.state);
		List<String> lines = new ArrayList<>();
		lines.add("digraph revisions {");
		lines.add("    node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", fontname=\"Helvetica\"]");
		lines.add("    edge [fontname=\"Helvetica\", fontsize=10]");
		diagram.nodes()
			.forEach((node) -> lines.add("    %s [label=\"%s\"%s]".formatted(name(node), label(node), looks(node))));
		for (Diagram.Arrow arrow : diagram.arrows()) {
			lines.add("    %s -> %s%s".formatted(name(arrow.from()), name(arrow.to()),
					arrow.isDependency() ? " [style=dotted, label=\"dependency\"]" : ""));
		}
		lines.add("}");
		return lines;
	}

	private static String looks(Diagram.Node node) {
		String looks = "";
		if (node.isCurrent()) {
			looks = ", fillcolor=\"#1a7f37\", fontcolor=\"#ffffff\"";
		}
		else if (node.isApplied() != null) {
			looks = node.isApplied() ? ", fillcolor=\"#dafbe1\"" : ", fillcolor=\"#fff8c5\"";
		}
		return node.isHead() ? looks + ", penwidth=3" : looks;
	}

	private static String name(Diagram.Node node) {
		return '"' + quote(node.id()) + '"';
	}

	// A label also knows the entities of HTML.
	private static String label(Diagram.Node node) {
		String title = quote(node.title()).replace("&", "&amp;");
		return node.message().isEmpty() ? title : title + "\\n" + quote(node.message()).replace("&", "&amp;");
	}

	private static String quote(String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"");
	}

}
