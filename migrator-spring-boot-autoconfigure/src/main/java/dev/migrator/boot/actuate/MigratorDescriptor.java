package dev.migrator.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.RevisionView;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.HistoryEntry;
import dev.migrator.execution.MigrationStatus;
import dev.migrator.session.DatabaseInfo;
import org.jspecify.annotations.Nullable;

/**
 * How one database stands to the revisions.
 *
 * @param database the database, or {@code null} if it could not be looked at
 * @param current the rows of the version table
 * @param heads the heads of the files
 * @param state {@code up-to-date}, {@code pending}, {@code ahead} or {@code diverged}, or
 * {@code null} if it could not be told
 * @param pending the revisions that are not applied, in the order in which they would be
 * @param history the rows of the history table, oldest first
 * @param error why the database could not be looked at, or {@code null}
 */
public record MigratorDescriptor(@Nullable DatabaseDescriptor database, List<String> current, List<String> heads,
		@Nullable String state, List<RevisionView> pending, List<HistoryDescriptor> history,
		@Nullable ErrorDescriptor error) {

	static MigratorDescriptor of(Migrator migrator, boolean showsValues) {
		try {
			return of(migrator.status(), showsValues);
		}
		catch (MigratorException ex) {
			return new MigratorDescriptor(null, List.of(), List.copyOf(migrator.heads()), null, List.of(), List.of(),
					ErrorDescriptor.of(ex));
		}
	}

	private static MigratorDescriptor of(MigrationStatus status, boolean showsValues) {
		return new MigratorDescriptor(DatabaseDescriptor.of(status.database()), List.copyOf(status.current()),
				List.copyOf(status.heads()), status.status().code(),
				status.pending().stream().map((revision) -> RevisionView.of(revision, status.graph(), false)).toList(),
				status.history().stream().map((entry) -> HistoryDescriptor.of(entry, showsValues)).toList(), null);
	}

	/**
	 * The database.
	 *
	 * @param product the product's name
	 * @param version its version
	 * @param url its URL without secrets, or {@code null}
	 * @param user the database user, or {@code null}
	 */
	public record DatabaseDescriptor(String product, String version, @Nullable String url, @Nullable String user) {

		static DatabaseDescriptor of(DatabaseInfo database) {
			return new DatabaseDescriptor(database.product(), database.majorVersion() + "." + database.minorVersion(),
					database.url(), database.user());
		}

	}

	/**
	 * A row of the history table.
	 *
	 * @param revision the revision's id
	 * @param message its message
	 * @param direction {@code upgrade}, {@code downgrade} or {@code stamp}
	 * @param state {@code started}, {@code done} or {@code failed}
	 * @param installedAt when it ended, or when it began if it did not end
	 * @param durationMs how long it took in milliseconds, or {@code null}
	 * @param installedBy the database user
	 * @param application the application's name
	 * @param error the database's message, or {@code null}
	 */
	public record HistoryDescriptor(String revision, String message, String direction, String state,
			Instant installedAt, @Nullable Long durationMs, String installedBy, String application,
			@Nullable String error) {

		static HistoryDescriptor of(HistoryEntry entry, boolean showsValues) {
			Instant finished = entry.finishedAt();
			Duration duration = entry.duration();
			return new HistoryDescriptor(entry.revision(), entry.message(), entry.direction().code(),
					entry.state().code(), (finished != null) ? finished : entry.startedAt(),
					(duration != null) ? duration.toMillis() : null, entry.installedBy(), entry.application(),
					(showsValues) ? entry.error() : firstLine(entry.error()));
		}

		// The next lines of PostgreSQL's, and what H2 has in quotes, are data.
		private static @Nullable String firstLine(@Nullable String error) {
			return (error != null) ? error.lines().findFirst().orElse("") : null;
		}

	}

}
