package dev.migrator;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

import javax.sql.DataSource;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationListener;
import dev.migrator.execution.MigrationReport;
import dev.migrator.execution.MigrationRunner;
import dev.migrator.execution.MigrationSettings;
import dev.migrator.execution.MigrationStatus;
import dev.migrator.execution.OfflineRunner;
import dev.migrator.execution.PlannedStep;
import dev.migrator.execution.RehearsalReport;
import dev.migrator.execution.Resolution;
import dev.migrator.execution.RevisionDetails;
import dev.migrator.revision.Direction;
import dev.migrator.schema.TableName;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SessionFactory;
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
	 * Have somebody told of each revision, too.
	 * @param listener who is told
	 * @return a migrator that is like this one otherwise
	 */
	public Migrator with(MigrationListener listener) {
		return new Migrator(this.scripts, this.settings, this.runner.with(listener), this.dataSource);
	}

	/**
	 * Take other revisions to another database.
	 * @param others the revisions
	 * @param database the database
	 * @return a migrator that is like this one otherwise
	 */
	Migrator on(ScriptDirectory others, SessionFactory database) {
		return new Migrator(others, this.settings,
				new MigrationRunner(database, Dialects::of, others, this.settings, List.of()), null);
	}

	/**
	 * Take the same revisions to another database, such as a scratch one.
	 * @param database the database
	 * @return a migrator that is like this one otherwise, without its listeners
	 */
	public Migrator on(SessionFactory database) {
		return on(this.scripts, database);
	}

	/**
	 * Return the same migrator with something to tell its migrations, which ask for it by
	 * {@code op.tag()}.
	 * @param tag the tag, or {@code null} for none
	 * @return the migrator
	 */
	public Migrator withTag(@Nullable String tag) {
		return new Migrator(this.scripts, this.settings.withTag(tag), this.runner.withTag(tag), this.dataSource);
	}

	/**
	 * Write scripts instead of running anything. No connection is opened.
	 * @param dialect the dialect of the scripts, for example by
	 * {@link dev.migrator.dialect.registry.Dialects#ofUrl}
	 * @return what writes the scripts
	 * @throws MigratorException if no script can be written in that dialect
	 */
	public OfflineMigrator offline(Dialect dialect) {
		return new OfflineMigrator(new OfflineRunner(dialect, this.scripts, this.settings));
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
		return upgrade(List.of(targets));
	}

	/**
	 * Upgrade.
	 * @param targets symbols of the revisions to go to, as above
	 * @return what was done
	 * @throws MigratorException if it cannot be done, or fails
	 */
	public MigrationReport upgrade(Collection<String> targets) {
		return summarized(this.runner.upgrade(targets), "applied");
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
	 * Look what an upgrade or a downgrade would do. Nothing is executed.
	 * @param direction which way
	 * @param targets symbols of the revisions to go to, one for a downgrade
	 * @return what it would do, in order, with the version table's rows after each step
	 * @throws MigratorException if it would refuse to begin
	 */
	public List<PlannedStep> plan(Direction direction, String... targets) {
		return this.runner.plan(direction, List.of(targets));
	}

	/**
	 * Run an upgrade or a downgrade in one transaction under the migration lock, and undo
	 * it. What remains are only numbers that were drawn from sequences.
	 * @param direction which way
	 * @param targets symbols of the revisions to go to, one for a downgrade
	 * @return each statement with its time, rows and locks
	 * @throws MigratorException {@code UNSUPPORTED} if the database commits DDL at once;
	 * otherwise as the run itself
	 */
	public RehearsalReport rehearse(Direction direction, String... targets) {
		return this.runner.rehearse(direction, List.of(targets));
	}

	// Where the database has no lock of its own, the migrator has a table for it.
	private Set<TableName> ownTables() {
		TableName versions = this.settings.versionTable();
		return Set.of(versions, versions.withName(versions.name() + "_lock"), this.settings.historyTable());
	}

	/**
	 * Create the version table and the history table where they are missing.
	 * @throws MigratorException if they cannot be created
	 */
	public void ensureVersion() {
		this.runner.ensureVersion();
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
		List<String> pending = plan(Direction.UPGRADE, this.settings.target()).stream()
			.map((step) -> step.revision().id())
			.toList();
		if (!pending.isEmpty()) {
			throw new MigratorException(ErrorCategory.PENDING_REVISIONS,
					"%d of the revisions %s not applied: %s.".formatted(pending.size(),
							(pending.size() == 1) ? "is" : "are", String.join(", ", pending)),
					"Upgrade the database first, or set migrator.on-startup to upgrade.");
		}
	}

	/**
	 * Compare the database with what the application wants. The migrator's own tables are
	 * left out, and its naming convention names what has none, unless the settings have
	 * one.
	 * @param targets where what the application wants comes from
	 * @param comparison what is compared, and how
	 * @param renames says what is a rename
	 * @return what differs
	 * @throws MigratorException if a target or the database cannot be read
	 */
	public Changes changes(Collection<? extends TargetSource> targets, ComparisonSettings comparison,
			RenameDecision renames) {
		ComparisonSettings completed = comparison.withOwnTables(ownTables())
			.withNames(
					(comparison.names().patterns().isEmpty()) ? this.settings.namingConvention() : comparison.names());
		DatabaseComparison database = new DatabaseComparison(completed, renames);
		return this.runner.look((session, dialect) -> database.compare(targets, dialect, session));
	}

	/**
	 * Look at one revision. Placeholders stand in its SQL as they were written.
	 * @param symbol the symbol of the revision: an id or its beginning, {@code head} …
	 * @return what it says of itself, and what it does
	 * @throws MigratorException if there is none, or if there are several
	 */
	public RevisionDetails show(String symbol) {
		return this.runner.show(symbol, true);
	}

	/**
	 * Look at one revision without the values that its statements bind, which may be
	 * nobody's business: question marks stand for them.
	 * @param symbol the symbol of the revision, as above
	 * @return what it says of itself, and what it does
	 * @throws MigratorException if there is none, or if there are several
	 */
	public RevisionDetails showWithoutValues(String symbol) {
		return this.runner.show(symbol, false);
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
	 * Ask the database what it is.
	 * @return its product, its version, and where it is
	 * @throws MigratorException if it cannot be reached
	 */
	public DatabaseInfo database() {
		return this.runner.look((session, dialect) -> session.database());
	}

	/**
	 * Return where sessions come from.
	 * @return the factory
	 */
	public SessionFactory sessions() {
		return this.runner.sessions();
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
