package dev.migrator.boot.command;

import java.time.Clock;
import java.util.function.Function;

import dev.migrator.script.ScriptDirectory;
import dev.migrator.script.body.RevisionBody;
import dev.migrator.script.body.RevisionSteps;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.script.draft.RevisionDrafts;
import dev.migrator.script.source.RevisionFormat;
import dev.migrator.script.writing.RevisionPlace;
import dev.migrator.script.writing.RevisionWriter;
import dev.migrator.script.writing.WrittenRevision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The options of commands that write a revision.
 */
final class WritingOptions {

	@Option(names = "--location", paramLabel = "LOCATION",
			description = "Which of migrator.locations it is written to (default: that of what it follows).")
	private @Nullable String location;

	@ArgGroup
	private Format format = new Format();

	/**
	 * Write a revision.
	 * @param context the application
	 * @param draft decides what it is
	 */
	void write(CommandContext context, Function<RevisionDrafts, RevisionDraft> draft) {
		ScriptDirectory scripts = context.migrator().scripts();
		RevisionWriter writer = new RevisionWriter(context.scriptSettings(), scripts, System.err);
		RevisionDraft decided = draft.apply(new RevisionDrafts(scripts.graph(), Clock.systemUTC()));
		print(context, writer.write(decided, writer.place(decided, this.location, this.format.value())));
	}

	/**
	 * Write a revision that does something.
	 * @param context the application
	 * @param draft decides what it is
	 * @param steps what it does
	 * @param sql writes them in SQL if it comes to that
	 */
	void write(CommandContext context, Function<RevisionDrafts, RevisionDraft> draft, RevisionSteps steps,
			RevisionBody sql) {
		ScriptDirectory scripts = context.migrator().scripts();
		RevisionWriter writer = new RevisionWriter(context.scriptSettings(), scripts, System.err);
		RevisionDraft decided = draft.apply(new RevisionDrafts(scripts.graph(), Clock.systemUTC()));
		RevisionPlace place = writer.place(decided, this.location, this.format.value());
		RevisionBody body = (place.format() == RevisionFormat.JAVA) ? context.javaBody() : sql;
		print(context, writer.write(body.fill(decided, steps), place));
	}

	/**
	 * Say what was written.
	 * @param context the application
	 * @param written what was written
	 */
	static void print(CommandContext context, WrittenRevision written) {
		if (context.isJson()) {
			context.print(Json.written(written));
		}
		else if (!context.options().isQuiet()) {
			context.print("Wrote " + context.relative(written.file()));
		}
	}

	/**
	 * What it is written in.
	 */
	static final class Format {

		@Option(names = "--java", description = "Write Java, whatever migrator.script.format says.")
		private boolean java;

		@Option(names = "--sql-file", description = "Write SQL, whatever migrator.script.format says.")
		private boolean sql;

		private @Nullable RevisionFormat value() {
			if (this.java) {
				return RevisionFormat.JAVA;
			}
			return (this.sql) ? RevisionFormat.SQL : null;
		}

	}

}
