package dev.migrator.boot.command;

import java.util.function.Function;

import dev.migrator.Migrator;

/**
 * What all revisions make of an empty scratch database, which stands in for the
 * application's.
 */
final class ReplayedRevisions {

	private ReplayedRevisions() {
	}

	/**
	 * Run all revisions on a scratch database, and use it. It is gone afterwards.
	 * @param <T> what is found out there
	 * @param context the application
	 * @param use what to do, with the migrator of the scratch database
	 * @return what it found out
	 * @throws dev.migrator.error.MigratorException if there is no such database, or if a
	 * revision fails
	 */
	static <T> T use(CommandContext context, Function<Migrator, T> use) {
		Migrator migrator = context.migrator();
		try (ScratchDatabases scratch = context.scratchDatabases(context.reachedUrl())) {
			Migrator replay = migrator.on(scratch.create());
			if (!replay.scripts().graph().revisions().isEmpty()) {
				replay.upgrade("heads");
			}
			return use.apply(replay);
		}
	}

}
