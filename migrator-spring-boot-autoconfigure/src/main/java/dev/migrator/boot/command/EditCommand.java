package dev.migrator.boot.command;

import java.util.SortedSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.script.writing.Editor;
import dev.migrator.script.writing.SourceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Opens the source of a revision.
 */
@Command(name = "edit", description = "Open the source of a revision in the editor that VISUAL or EDITOR names.")
final class EditCommand implements CommandAction {

	@Parameters(paramLabel = "REVISION", converter = SymbolConverter.class,
			description = "Which: an id or its beginning, a label, head, current …")
	private String symbol = "";

	@Override
	public int run(CommandContext context) {
		ScriptDirectory scripts = context.migrator().scripts();
		SortedSet<String> ids = (this.symbol.contains("current"))
				? scripts.graph().resolve(this.symbol, context.migrator().status().current())
				: scripts.graph().resolve(this.symbol);
		if (ids.isEmpty()) {
			throw new MigratorException(ErrorCategory.NOT_FOUND, "'%s' names no revision.".formatted(this.symbol),
					"Name one; 'migrator history' lists them.");
		}
		SourceFiles sources = new SourceFiles(context.scriptSettings());
		Editor editor = new Editor(System.getenv());
		ids.stream().map(scripts::get).map(sources::get).toList().forEach(editor::open);
		return DONE;
	}

}
