package dev.migrator.boot.command;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.SquashProof;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.revision.RevisionRange;
import dev.migrator.revision.SquashRange;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.script.draft.RevisionDrafts;
import dev.migrator.script.draft.SquashSource;
import dev.migrator.script.source.RevisionFormat;
import dev.migrator.script.writing.RevisionPlace;
import dev.migrator.script.writing.RevisionWriter;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes a revision that replaces a range, and proves before that it does the same.
 */
@Command(name = "squash", description = {
		"Write one revision in SQL that replaces a range, after running both on scratch databases and comparing the schemas.",
		"Databases that have part of the range go on with its revisions, as long as their files are there." })
final class SquashCommand implements CommandAction {

	@Parameters(paramLabel = "[FROM]:[TO]", converter = SymbolConverter.class,
			description = "The first and the last revision of the range; from the base or to the head if left out.")
	private String range = "";

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT", description = "What it does, in a few words.")
	private String message = "";

	@Option(names = "--rev-id", paramLabel = "ID", description = "Its id (default: a random one).")
	private @Nullable String id;

	@Option(names = "--dialect", paramLabel = "NAME", split = ",",
			description = "For which other databases it is written, too; the proof is made on the configured one.")
	private List<String> dialects = List.of();

	@Option(names = "--location", paramLabel = "LOCATION",
			description = "Which of migrator.locations it is written to.")
	private @Nullable String location;

	@Override
	public int run(CommandContext context) {
		Migrator migrator = context.migrator();
		ScriptDirectory scripts = migrator.scripts();
		String url = context.reachedUrl();
		Dialect configured = Dialects.ofUrl(url);
		SquashRange squashed = SquashRange.of(scripts.graph(), RevisionRange.parse(this.range));
		SquashSource source = new SquashSource(scripts, dialects(configured),
				migrator.settings().placeholders().keySet());
		RevisionDraft empty = new RevisionDrafts(scripts.graph(), Clock.systemUTC()).squash(squashed, this.message,
				this.id, source.isTransactional(squashed));
		RevisionWriter writer = new RevisionWriter(context.scriptSettings(), scripts, System.err);
		RevisionDraft draft;
		RevisionPlace place;
		try (ScratchDatabases scratch = context.scratchDatabases(url)) {
			draft = fill(source, empty, squashed, migrator, scratch);
			place = writer.place(draft, this.location, RevisionFormat.SQL);
			new SquashProof(migrator, place.fileName(), writer.source(draft, place), scratch.create(), scratch.create())
				.run(squashed, draft.header(), draft.reversible());
		}
		WritingOptions.print(context, writer.write(draft, place));
		advise(context, squashed, draft);
		return DONE;
	}

	// What SQLite does by copying a table is told by the schema that the range finds. It
	// takes a transaction.
	private static RevisionDraft fill(SquashSource source, RevisionDraft empty, SquashRange squashed, Migrator migrator,
			ScratchDatabases scratch) {
		if (!scratch.isInFolder() || !source.isTransactional(squashed) || !source.dependsOnSchema(squashed)) {
			return source.fill(empty, squashed, null);
		}
		SessionFactory database = scratch.create();
		List<String> before = Stream.concat(squashed.downRevisions().stream(), squashed.dependsOn().stream()).toList();
		if (!before.isEmpty()) {
			migrator.on(database).upgrade(before);
		}
		try (SqlSession session = database.open()) {
			return source.fill(empty, squashed, session);
		}
	}

	private List<Dialect> dialects(Dialect configured) {
		Stream<Dialect> others = this.dialects.stream()
			.map(Dialects::named)
			.filter((dialect) -> !dialect.name().equals(configured.name()));
		return Stream.concat(Stream.of(configured), others).toList();
	}

	private static void advise(CommandContext context, SquashRange squashed, RevisionDraft draft) {
		if (context.isJson() || context.options().isQuiet()) {
			return;
		}
		context.print("It replaces %s; on scratch databases both made the same schema."
			.formatted(String.join(", ", squashed.replaces())));
		if (!draft.reversible()) {
			context.print("It has no downgrade, since one of them has none.");
		}
		context.print("Delete the replaced files when no database is among them any more.");
	}

}
