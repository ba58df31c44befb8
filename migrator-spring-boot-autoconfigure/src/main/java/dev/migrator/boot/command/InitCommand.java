package dev.migrator.boot.command;

import dev.migrator.script.writing.InitReport;
import dev.migrator.script.writing.ProjectInit;
import picocli.CommandLine.Command;

/**
 * Lays out a project for revisions.
 */
@Command(name = "init",
		description = "Lay out a project for revisions: folders, templates and configuration. What is there stays as it is.")
final class InitCommand implements CommandAction {

	@Override
	public int run(CommandContext context) {
		InitReport report = new ProjectInit(context.scriptSettings(), context.migrator().scripts()).run();
		if (context.isJson()) {
			context.print(Json.init(report));
			return DONE;
		}
		if (!context.options().isQuiet()) {
			report.files()
				.forEach((entry) -> context.print(
						"%s %s".formatted((entry.created()) ? "Created" : "Kept   ", context.relative(entry.file()))));
		}
		if (!report.snippet().isEmpty()) {
			context.print("");
			context.print("Put this into the application's configuration, as far as you want to change it:");
			context.print("");
			context.print(report.snippet().stripTrailing());
		}
		return DONE;
	}

}
