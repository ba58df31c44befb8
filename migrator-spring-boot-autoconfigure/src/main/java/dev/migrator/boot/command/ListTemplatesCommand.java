package dev.migrator.boot.command;

import java.util.List;

import dev.migrator.script.source.RevisionTemplate;
import dev.migrator.script.source.RevisionTemplates;
import picocli.CommandLine.Command;

/**
 * Lists the templates of revisions.
 */
@Command(name = "list-templates", description = "List the templates that revisions are written by.")
final class ListTemplatesCommand implements CommandAction {

	@Override
	public int run(CommandContext context) {
		List<RevisionTemplate> templates = new RevisionTemplates(context.scriptSettings().templates()).list();
		if (context.isJson()) {
			context.print(Json.templates(templates));
			return DONE;
		}
		for (RevisionTemplate template : templates) {
			context.print("%-6s %s (%s)".formatted(template.name(), template.description(), template.origin()));
		}
		return DONE;
	}

}
