package dev.migrator.boot.command.graph;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.revision.RevisionInfo;

/**
 * Describes a revision in one line: its id, in parentheses its place in the graph, its
 * branch labels (own and inherited, five at most) and its dependencies, and its message.
 */
public final class ShortText implements Function<RevisionInfo, String> {

	private final Marks marks;

	private final Style style;

	/**
	 * Create the description.
	 * @param state the graph that has the revisions, and the database
	 * @param style how its parts look
	 */
	public ShortText(GraphState state, Style style) {
		this.marks = new Marks(state, style);
		this.style = style;
	}

	/**
	 * Describe a revision.
	 * @param revision the revision
	 * @return one line
	 * @throws dev.migrator.error.MigratorException {@code NOT_FOUND} if the graph does
	 * not have it
	 */
	@Override
	public String apply(RevisionInfo revision) {
		String message = OneLine.of(revision.message());
		return Stream
			.of(this.style.id(OneLine.of(revision.id())), this.marks.all(revision),
					message.isEmpty() ? "" : this.style.message(message))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining("  "));
	}

}
