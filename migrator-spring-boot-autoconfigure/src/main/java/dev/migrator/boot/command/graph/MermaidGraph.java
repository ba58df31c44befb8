package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.migrator.revision.RevisionInfo;

/**
 * Writes revisions as a Mermaid flowchart, which GitHub draws where it stands in Markdown
 * as a block of code of the language {@code mermaid}. The base is at the top; a
 * dependency is a dotted arrow.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid's flowcharts</a>
 */
public final class MermaidGraph {

	/** Mermaid's default of {@code maxEdges}, which a chart cannot change. */
	private static final int MOST_ARROWS = 500;

	/**
	 * The characters with which a line break, a formula or an icon begins, as numbers
	 * too.
	 */
	private static final String MEANS_SOMETHING_BEFORE = "\\$:";

	/** Stands between two characters and shows nothing. */
	private static final int WORD_JOINER = 0x2060;

	private static final String APPLIED = "applied fill:#dafbe1,stroke:#1a7f37,color:#1f2328";

	private static final String PENDING = "pending fill:#fff8c5,stroke:#9a6700,color:#1f2328";

	private static final String CURRENT = "current fill:#1a7f37,stroke:#1a7f37,color:#ffffff";

	private static final String HEAD = "head stroke-width:4px";

	private final GraphState state;

	/**
	 * Create a way to write.
	 * @param state the graph that has the revisions, and the database
	 */
	public MermaidGraph(GraphState state) {
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
		lines.add("graph TD");
		if (diagram.arrows().size() > MOST_ARROWS) {
			lines.add("    %%%% %d arrows: Mermaid draws no more than %d unless its page allows it"
				.formatted(diagram.arrows().size(), MOST_ARROWS));
		}
		diagram.nodes().forEach((node) -> lines.add("    %s[\"%s\"]".formatted(name(node), label(node))));
		for (Diagram.Arrow arrow : diagram.arrows()) {
			lines.add("    %s %s %s".formatted(name(arrow.from()), arrow.isDependency() ? "-. dependency .->" : "-->",
					name(arrow.to())));
		}
		// Later classes count where two say the same.
		mark(diagram, APPLIED, (node) -> Boolean.TRUE.equals(node.isApplied()), lines);
		mark(diagram, PENDING, (node) -> Boolean.FALSE.equals(node.isApplied()), lines);
		mark(diagram, CURRENT, Diagram.Node::isCurrent, lines);
		mark(diagram, HEAD, Diagram.Node::isHead, lines);
		return lines;
	}

	private static void mark(Diagram diagram, String definition, Predicate<Diagram.Node> marked, List<String> lines) {
		String names = diagram.nodes().stream().filter(marked).map(MermaidGraph::name).collect(Collectors.joining(","));
		if (!names.isEmpty()) {
			lines.add("    classDef " + definition);
			lines.add("    class " + names + " " + definition.substring(0, definition.indexOf(' ')));
		}
	}

	// An id may be a word of Mermaid's, such as "end".
	private static String name(Diagram.Node node) {
		return "n" + node.number();
	}

	private static String label(Diagram.Node node) {
		return escape(node.title()) + (node.message().isEmpty() ? "" : "<br>" + escape(node.message()));
	}

	/**
	 * Labels are Markdown, HTML, formulas and icons: whatever could mean something there,
	 * or to Mermaid, is written as its number.
	 */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		int before = ' ';
		boolean bracketed = false;
		for (int character : text.codePoints().toArray()) {
			bracketed |= character == '(';
			if (MEANS_SOMETHING_BEFORE.indexOf(before) >= 0) {
				escaped.append('#').append(WORD_JOINER).append(';');
			}
			if (isPlain(before, character, bracketed)) {
				escaped.appendCodePoint(character);
			}
			else {
				escaped.append('#').append(character).append(';');
			}
			before = character;
		}
		return escaped.toString();
	}

	private static boolean isPlain(int before, int character, boolean bracketed) {
		return switch (character) {
			case ' ', ',', '(' -> true;
			// "1)" begins a list, "--" is an arrow, "_a_" is emphasis.
			case ')' -> bracketed;
			case '-', '_' -> Character.isLetterOrDigit(before);
			default -> Character.isLetterOrDigit(character);
		};
	}

}
