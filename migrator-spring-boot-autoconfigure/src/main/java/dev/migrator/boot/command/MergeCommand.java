package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.script.draft.MergeRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes a revision that joins several.
 */
@Command(name = "merge", description = "Write a revision that joins several.")
final class MergeCommand implements CommandAction {

	@Parameters(paramLabel = "REVISION", arity = "1..*", converter = SymbolConverter.class,
			description = "What it joins: ids or their beginnings, labels, or heads.")
	private List<String> revisions = List.of();

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT", description = "What is merged, in a few words.")
	private String message = "";

	@Option(names = "--splice", description = "Let it follow revisions that are no heads.")
	private boolean splice;

	@Option(names = "--rev-id", paramLabel = "ID", description = "Its id (default: a random one).")
	private @Nullable String id;

	@Option(names = "--branch-label", paramLabel = "LABEL", split = ",",
			description = "The label of the branch that begins with it.")
	private List<String> branchLabels = List.of();

	@Mixin
	private final WritingOptions writing = new WritingOptions();

	@Override
	public int run(CommandContext context) {
		this.writing.write(context, (drafts) -> drafts
			.merge(new MergeRequest(this.revisions, this.message, this.splice, this.id, this.branchLabels)));
		return DONE;
	}

}
