package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Describes a revision in several lines: all that is known of it, each thing by its name,
 * and below it the message.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/tutorial.html">Alembic's
 * tutorial, "Viewing History"</a>
 */
public final class VerboseText implements Function<RevisionInfo, String> {

	private final GraphState state;

	private final Marks marks;

	private final Style style;

	private final Function<? super RevisionInfo, ? extends @Nullable String> location;

	/**
	 * Create the description.
	 * @param state the graph that has the revisions, and the database
	 * @param style how its parts look
	 * @param location tells the file or the class of a revision, or {@code null} if there
	 * is none
	 */
	public VerboseText(GraphState state, Style style,
			Function<? super RevisionInfo, ? extends @Nullable String> location) {
		this.state = state;
		this.marks = new Marks(state, style);
		this.style = style;
		this.location = location;
	}

	/**
	 * Describe a revision.
	 * @param revision the revision
	 * @return several lines, separated by {@code \n}
	 * @throws dev.migrator.error.MigratorException {@code NOT_FOUND} if the graph does
	 * not have it
	 */
	@Override
	public String apply(RevisionInfo revision) {
		List<String> lines = new ArrayList<>();
		lines
			.add("Revision: " + (this.style.id(OneLine.of(revision.id())) + "  " + this.marks.place(revision)).strip());
		lines.add(down(revision));
		add(lines, "Depends on", revision.dependsOn(), this::dependency);
		List<String> children = this.state.graph().children(revision.id());
		if (children.size() > 1) {
			add(lines, "Branches into", children, OneLine::of);
		}
		add(lines, "Branch labels", revision.branchLabels(), this::label);
		add(lines, "Inherited labels", this.state.inheritedLabels(revision), this::label);
		String location = this.location.apply(revision);
		if (location != null) {
			lines.add("Location: " + OneLine.of(location));
		}
		if (revision.createdAt() != null) {
			lines.add("Created at: " + revision.createdAt());
		}
		Boolean applied = this.state.isApplied(revision.id());
		if (applied != null) {
			lines.add("Applied: " + (applied ? "yes" : "no"));
		}
		message(lines, revision);
		return String.join("\n", lines);
	}

	private static String down(RevisionInfo revision) {
		List<String> down = revision.downRevisions().stream().map(OneLine::of).toList();
		return switch (down.size()) {
			case 0 -> "Down revision: <base>";
			case 1 -> "Down revision: " + down.get(0);
			default -> "Merges: " + String.join(", ", down);
		};
	}

	/** A dependency given by a branch label, with the revision that has it. */
	private String dependency(String name) {
		String id = this.state.dependency(name);
		return OneLine.of(id.equals(name) ? name : name + " (" + id + ")");
	}

	private String label(String label) {
		return this.style.label(OneLine.of(label));
	}

	private void message(List<String> lines, RevisionInfo revision) {
		List<String> message = revision.message().lines().map(OneLine::of).filter((line) -> !line.isEmpty()).toList();
		if (!message.isEmpty()) {
			lines.add("");
			message.forEach((line) -> lines.add("    " + this.style.message(line)));
		}
	}

	private static void add(List<String> lines, String name, Collection<String> values, UnaryOperator<String> text) {
		if (!values.isEmpty()) {
			lines.add(values.stream().map(text).collect(Collectors.joining(", ", name + ": ", "")));
		}
	}

}
