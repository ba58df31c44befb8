package dev.migrator.boot.command;

import java.util.function.BiConsumer;

import dev.migrator.OfflineMigrator;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of commands that can write a script instead of running.
 */
final class ScriptOptions {

	@Option(names = "--sql", description = "Write a script instead, without a database.")
	private boolean sql;

	@Option(names = "--dialect", paramLabel = "NAME",
			description = "With --sql, whose SQL is written: postgresql, h2 … (default: that of the configured URL).")
	private @Nullable String dialect;

	@Option(names = "--tag", paramLabel = "TEXT", description = "What migrations get that ask for op.tag().")
	private @Nullable String tag;

	boolean isWanted() {
		return this.sql;
	}

	@Nullable String tag() {
		return this.tag;
	}

	/**
	 * Write a script to standard output.
	 * @param context the application
	 * @param writer writes it
	 */
	void print(CommandContext context, BiConsumer<OfflineMigrator, Appendable> writer) {
		writer.accept(context.migrator().withTag(this.tag).offline(dialect(context)), context.console().out());
	}

	private Dialect dialect(CommandContext context) {
		return (this.dialect != null) ? Dialects.named(this.dialect) : Dialects.ofUrl(context.databaseUrl());
	}

}
