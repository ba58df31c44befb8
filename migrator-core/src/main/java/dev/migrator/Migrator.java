package dev.migrator;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;

import javax.sql.DataSource;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationReport;
import dev.migrator.execution.MigrationRunner;
import dev.migrator.execution.MigrationSettings;
import dev.migrator.execution.MigrationStatus;
import dev.migrator.execution.Resolution;
import dev.migrator.execution.RevisionDetails;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to a revision. {@link #builder()} makes one; it holds no connection
 * between calls and may be called by any thread, one process at a time doing the work.
 */
public final class Migrator {

	private static final Logger logger = LoggerFactory.getLogger(Migrator.class);

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	private final MigrationRunner runner;

	private final @Nullable DataSource dataSource;

	Migrator(ScriptDirectory scripts, MigrationSettings settings, MigrationRunner runner,
			@Nullable DataSource dataSource) {
		this.scripts = scripts;
		this.settings = settings;
		this.runner = runner;
		this.dataSource = dataSource;
	}

	/**
	 * Begin to configure a migrator.
	 * @return the builder, which needs a data source
	 */
	public static MigratorBuilder builder() {
		return new MigratorBuilder();
	}

	/**
	 * Upgrade to the configured target, which is the head by default.
	 * @return what was done
	 * @throws MigratorException if it cannot be done, or fails
	 */
	public MigrationReport upgrade() {
		return upgrade(this.settings.target());
	}

	/**
	 * Upgrade.
	 * @param targets symbols of the revisions to go to: an id or its beginning,
	 * {@code head}, {@code heads}, {@code +1} …
	 * @return what was done
	 * @throws MigratorException if it cannot be done, or fails
	 */
	public MigrationReport upgrade(String... targets) {
		return summarized(this.runner.upgrade(List.of(targets)), "applied");
	}

	/**
	 * Downgrade.
	 * @param target the symbol of the revision to go to: an id or its beginning,
	 * {@code base}, {@code -1} …
	 * @return what was done
	 * @throws MigratorException if it cannot be done, or fails
	 */
	public MigrationReport downgrade(String target) {
		return summarized(this.runner.downgrade(target), "reverted");
	}

	private static MigrationReport summarized(MigrationReport report, String verb) {
		String current = name(report.current());
		int count = report.steps().size();
		if (count == 0) {
			logger.info("The database is at {}; nothing to do ({} ms)", current, report.duration().toMillis());
		}
		else {
			logger.info("{} {} {} in {} ms; the database is at {}", count, (count == 1) ? "revision" : "revisions",
					verb, report.duration().toMillis(), current);
		}
		return report;
	}

	private static String name(Set<String> revisions) {
		return (revisions.isEmpty()) ? "<base>" : String.join(", ", revisions);
	}

	/**
	 * Set the version table without running anything.
	 * @param targets symbols of the revisions to set it to
	 * @param purge whether rows that are there are forgotten, known or not
	 * @return the rows afterwards
	 * @throws MigratorException if a target cannot be resolved, or a row is not known
	 */
	public SortedSet<String> stamp(List<String> targets, boolean purge) {
		SortedSet<String> rows = this.runner.stamp(targets, purge);
		logger.info("The database is stamped as being at {}", name(rows));
		return rows;
	}

	/**
	 * Set a revision right that began and did not end, where DDL commits by itself.
	 * @param revision the symbol of the revision
	 * @param resolution what was found out about it
	 * @throws MigratorException if there is nothing to set right
	 */
	public void resolve(String revision, Resolution resolution) {
		SortedSet<String> ids = this.scripts.graph().resolve(revision);
		ids.forEach((id) -> this.runner.resolve(id, resolution));
	}

	/**
	 * Look at the database.
	 * @return how it stands to the revisions of the application
	 * @throws MigratorException if it is at a revision that nothing tells of
	 */
	public MigrationStatus status() {
		return this.runner.status();
	}

	/**
	 * Make sure that nothing is pending of what an upgrade to the configured target would
	 * do.
	 * @throws MigratorException if something is, or if that upgrade would refuse to begin
	 */
	public void check() {
		List<String> pending = this.runner.pending(List.of(this.settings.target()))
			.stream()
			.map(RevisionInfo::id)
			.toList();
		if (!pending.isEmpty()) {
			throw new MigratorException(ErrorCategory.PENDING_REVISIONS,
					"%d of the revisions %s not applied: %s.".formatted(pending.size(),
							(pending.size() == 1) ? "is" : "are", String.join(", ", pending)),
					"Upgrade the database first, or set migrator.on-startup to upgrade.");
		}
	}

	/**
	 * Look at one revision. Placeholders stand in its SQL as they were written.
	 * @param symbol the symbol of the revision: an id or its beginning, {@code head} …
	 * @return what it says of itself, and what it does
	 * @throws MigratorException if there is none, or if there are several
	 */
	public RevisionDetails show(String symbol) {
		return this.runner.show(symbol);
	}

	/**
	 * Return the heads of the application's revisions.
	 * @return their ids
	 */
	public SortedSet<String> heads() {
		return this.scripts.graph().heads();
	}

	/**
	 * Return the application's revisions.
	 * @return their graph, and what runs for each
	 */
	public ScriptDirectory scripts() {
		return this.scripts;
	}

	/**
	 * Return where connections come from.
	 * @return the data source, or {@code null} if sessions come from elsewhere
	 */
	public @Nullable DataSource dataSource() {
		return this.dataSource;
	}

	/**
	 * Return how migrations run.
	 * @return the settings
	 */
	public MigrationSettings settings() {
		return this.settings;
	}

}
