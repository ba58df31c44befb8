package dev.migrator.boot.command;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

import dev.migrator.Migrator;
import dev.migrator.RevisionView;
import dev.migrator.boot.command.graph.GraphState;
import dev.migrator.boot.command.graph.ShortText;
import dev.migrator.boot.command.graph.VerboseText;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationStatus;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as a command lists them, with the database's view of them where it was asked.
 */
final class RevisionListing {

	private final CommandContext context;

	private final Migrator migrator;

	private final RevisionGraph graph;

	private final @Nullable MigrationStatus status;

	private RevisionListing(CommandContext context, RevisionGraph graph, @Nullable MigrationStatus status) {
		this.context = context;
		this.migrator = context.migrator();
		this.graph = graph;
		this.status = status;
	}

	/**
	 * List revisions without a database; for a program, which is told what is applied,
	 * with it if it can be reached.
	 * @param context the application
	 * @return the listing
	 */
	static RevisionListing ofFiles(CommandContext context) {
		if (context.isJson()) {
			try {
				return withDatabase(context);
			}
			catch (MigratorException ex) {
				if (ex.category() != ErrorCategory.DATABASE) {
					throw ex;
				}
				context.console().err().println("warning: what is applied cannot be told. " + ex.problem());
			}
		}
		return of(context, context.migrator().scripts().graph());
	}

	/**
	 * List revisions of a graph, without a database.
	 * @param context the application
	 * @param graph the graph
	 * @return the listing
	 */
	static RevisionListing of(CommandContext context, RevisionGraph graph) {
		return new RevisionListing(context, graph, null);
	}

	/**
	 * List revisions with what the database says of them.
	 * @param context the application
	 * @return the listing
	 */
	static RevisionListing withDatabase(CommandContext context) {
		MigrationStatus status = context.migrator().status();
		return new RevisionListing(context, status.graph(), status);
	}

	RevisionGraph graph() {
		return this.graph;
	}

	/**
	 * Return where the database is.
	 * @return the rows of the version table, none if it was not asked
	 */
	SortedSet<String> current() {
		return (this.status != null) ? this.status.current() : new TreeSet<>();
	}

	GraphState state() {
		return (this.status != null) ? GraphState.of(this.graph, this.status.current(), this.status.applied())
				: GraphState.of(this.graph);
	}

	/**
	 * Return what is shown of a revision: one line, or several if more was asked for.
	 * @return makes the text
	 */
	Function<RevisionInfo, String> text() {
		return (this.context.options().isVerbose()) ? verboseText()
				: new ShortText(state(), new AnsiStyle(this.context.console()));
	}

	/**
	 * Return all that is shown of a revision.
	 * @return makes a text of several lines
	 */
	Function<RevisionInfo, String> verboseText() {
		return new VerboseText(state(), new AnsiStyle(this.context.console()), this::location);
	}

	private @Nullable String location(RevisionInfo revision) {
		return (this.migrator.scripts().contains(revision.id())) ? this.migrator.scripts().get(revision.id()).location()
				: null;
	}

	/**
	 * Show some revisions, a text each.
	 * @param ids their ids, in order
	 */
	void print(Collection<String> ids) {
		List<RevisionInfo> revisions = ids.stream().map(this.graph::get).toList();
		if (this.context.isJson()) {
			this.context.print(json(revisions));
			return;
		}
		Function<RevisionInfo, String> text = text();
		boolean verbose = this.context.options().isVerbose();
		for (int i = 0; i < revisions.size(); i++) {
			if (verbose && i > 0) {
				this.context.print("");
			}
			this.context.print(text.apply(revisions.get(i)));
		}
	}

	/**
	 * Write revisions for a program.
	 * @param revisions the revisions
	 * @return an array
	 */
	String json(List<RevisionInfo> revisions) {
		return Json.revisions(revisions.stream().map(this::view).toList());
	}

	RevisionView view(RevisionInfo revision) {
		Boolean applied = (this.status != null) ? this.status.applied().contains(revision.id()) : null;
		return RevisionView.of(revision, this.graph, applied);
	}

}
