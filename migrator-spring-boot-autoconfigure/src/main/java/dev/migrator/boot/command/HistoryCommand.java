package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.boot.command.graph.DotGraph;
import dev.migrator.boot.command.graph.GraphLines;
import dev.migrator.boot.command.graph.LaneCharacters;
import dev.migrator.boot.command.graph.MermaidGraph;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.RevisionRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Draws the revisions, newest first.
 */
@Command(name = "history", description = "Draw the revisions, newest first.")
final class HistoryCommand implements CommandAction {

	@Option(names = { "-r", "--rev-range" }, paramLabel = "[FROM]:[TO]",
			description = "Only revisions between two; either may be left out, and may be 'current'.")
	private @Nullable String range;

	@Option(names = { "-i", "--indicate-current" }, description = "Mark where the database is, and what is applied.")
	private boolean indicateCurrent;

	@ArgGroup
	private Form form = new Form();

	@Override
	public int run(CommandContext context) {
		boolean database = this.indicateCurrent || (this.range != null && this.range.contains("current"));
		RevisionListing listing = (database) ? RevisionListing.withDatabase(context) : RevisionListing.ofFiles(context);
		List<RevisionInfo> revisions = revisions(listing);
		if (context.isJson()) {
			context.print(listing.json(revisions));
		}
		else {
			draw(context, listing, revisions).forEach(context::print);
		}
		return DONE;
	}

	private List<RevisionInfo> revisions(RevisionListing listing) {
		RevisionRange parsed = (this.range != null) ? RevisionRange.parse(this.range) : new RevisionRange("", "");
		return listing.graph().history(parsed.from(), parsed.to(), listing.current());
	}

	private List<String> draw(CommandContext context, RevisionListing listing, List<RevisionInfo> revisions) {
		if (this.form.mermaid) {
			return new MermaidGraph(listing.state()).draw(revisions);
		}
		if (this.form.dot) {
			return new DotGraph(listing.state()).draw(revisions);
		}
		return new GraphLines(LaneCharacters.of(context.console().charset())).draw(revisions, listing.text());
	}

	/**
	 * In what form the revisions are drawn.
	 */
	static final class Form {

		@Option(names = "--mermaid", description = "Draw a flowchart of Mermaid, which many pages show as a picture.")
		private boolean mermaid;

		@Option(names = "--dot", description = "Draw a graph of Graphviz.")
		private boolean dot;

	}

}
