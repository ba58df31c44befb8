package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.script.draft.RevisionRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes a new revision.
 */
@Command(name = "revision",
		description = "Write a new revision: an empty one, or what the application's entities want.")
final class RevisionCommand implements CommandAction {

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT", description = "What it does, in a few words.")
	private String message = "";

	@Option(names = "--head", paramLabel = "REVISION", converter = SymbolConverter.class, defaultValue = "head",
			description = "What it follows: an id, label@head, base for a new base (default: the only head).")
	private String head = "head";

	@Option(names = "--splice", description = "Let it follow a revision that is no head.")
	private boolean splice;

	@Option(names = "--rev-id", paramLabel = "ID", description = "Its id (default: a random one).")
	private @Nullable String id;

	@Option(names = "--branch-label", paramLabel = "LABEL", split = ",",
			description = "The label of the branch that begins with it.")
	private List<String> branchLabels = List.of();

	@Option(names = "--depends-on", paramLabel = "REVISION", split = ",",
			description = "What must be applied before it, though it does not follow it.")
	private List<String> dependsOn = List.of();

	@Mixin
	private final WritingOptions writing = new WritingOptions();

	@Mixin
	private final AutogenerateOptions autogenerate = new AutogenerateOptions();

	@Override
	public int run(CommandContext context) {
		RevisionRequest request = new RevisionRequest(this.message, this.head, this.splice, this.id, this.branchLabels,
				this.dependsOn);
		if (!this.autogenerate.isOn()) {
			this.writing.write(context, (drafts) -> drafts.revision(request));
			return DONE;
		}
		this.autogenerate.find(context, (steps, compared) -> {
			if (steps.upgrade().isEmpty()) {
				printNothing(context);
			}
			else {
				this.writing.write(context, (drafts) -> drafts.revision(request), steps, context.sqlBody(compared));
			}
		});
		return DONE;
	}

	private static void printNothing(CommandContext context) {
		if (context.isJson()) {
			context.print("{\"id\":null}");
		}
		else if (!context.options().isQuiet()) {
			context.print("No new upgrade operations detected; nothing is written.");
			if (context.migrator().scripts().graph().revisions().isEmpty()) {
				context.print("Where the database has all tables already, add --from-database to write what makes them "
						+ "in an empty one, and stamp this one with it.");
			}
		}
	}

}
