package dev.migrator.boot.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command {@code migrator} with the options that all commands share.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/api/commands.html">Alembic's
 * commands</a>
 */
@Command(name = "migrator", synopsisSubcommandLabel = "COMMAND", sortOptions = false,
		versionProvider = MigratorVersion.class,
		description = "Brings the application's database to a revision, and writes revisions.",
		footer = { "", "Exit status: 0 done, 1 an error or a check that does not hold, 2 wrong usage." },
		subcommands = { UpgradeCommand.class, DowngradeCommand.class, CurrentCommand.class, HistoryCommand.class,
				HeadsCommand.class, BranchesCommand.class, ShowCommand.class, CheckCommand.class, RevisionCommand.class,
				MergeCommand.class, SquashCommand.class, EditCommand.class, StampCommand.class, ResolveCommand.class,
				EnsureVersionCommand.class, InitCommand.class, ListTemplatesCommand.class, CompletionCommand.class })
final class MigratorCommand {

	@Option(names = { "-v", "--verbose" }, scope = ScopeType.INHERIT,
			description = "Tell more: all that is known of a revision, and the stack trace of an error.")
	private boolean verbose;

	@Option(names = "--json", scope = ScopeType.INHERIT, description = "Write results and errors as JSON.")
	private boolean json;

	@Option(names = { "-q", "--quiet" }, scope = ScopeType.INHERIT, description = "Write no results of what was done.")
	private boolean quiet;

	private final Map<String, String> placeholders = new LinkedHashMap<>();

	@Option(names = { "-n", "--name", "--database" }, scope = ScopeType.INHERIT, paramLabel = "NAME",
			description = "Which of the application's databases or Migrator beans, if it has several.")
	private @Nullable String migratorName;

	@Option(names = { "-h", "--help" }, scope = ScopeType.INHERIT, usageHelp = true, description = "Show this help.")
	@SuppressWarnings("unused") // picocli looks at the option itself
	private boolean help;

	@Option(names = { "-V", "--version" }, versionHelp = true, description = "Show the version.")
	@SuppressWarnings("unused") // picocli looks at the option itself
	private boolean version;

	/**
	 * Make the command line.
	 * @param options takes the options that all commands share
	 * @param console where help goes
	 * @return the command line
	 */
	static CommandLine line(MigratorCommand options, Console console) {
		CommandLine line = new CommandLine(options);
		// A command's own options come first.
		line.getSubcommands().values().forEach((command) -> command.getCommandSpec().usageMessage().sortOptions(false));
		return line.setOut(console.out())
			.setErr(console.err())
			.setColorScheme(Help.defaultColorScheme(console.ansi()))
			.setUsageHelpWidth(100)
			.setCaseInsensitiveEnumValuesAllowed(true)
			// For -1 and its like; SymbolConverter refuses what else begins with a
			// hyphen.
			.setUnmatchedOptionsArePositionalParams(true);
	}

	boolean isVerbose() {
		return this.verbose;
	}

	boolean isJson() {
		return this.json;
	}

	boolean isQuiet() {
		return this.quiet;
	}

	// A field would lose what stands before the command's name to what stands behind it.
	@Option(names = "-x", scope = ScopeType.INHERIT, paramLabel = "NAME=VALUE", mapFallbackValue = "",
			description = "What stands for $${NAME} in SQL files, before migrator.placeholders.")
	@SuppressWarnings("UnusedMethod") // picocli calls it
	private void addPlaceholders(@Nullable Map<String, String> values) {
		if (values != null) {
			this.placeholders.putAll(values);
		}
	}

	@Nullable String migratorName() {
		return this.migratorName;
	}

	Map<String, String> placeholders() {
		return this.placeholders;
	}

}
