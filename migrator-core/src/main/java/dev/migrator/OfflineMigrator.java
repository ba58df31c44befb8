package dev.migrator;

import dev.migrator.execution.OfflineRunner;

/**
 * Writes migrations as SQL scripts instead of running them: for a reviewer who reads the
 * SQL first, or for a database to which only its administrator connects. No database is
 * touched. {@link Migrator#offline} and {@link MigratorBuilder#buildOffline} make one.
 * <p>
 * Where a range begins, the database is taken to be; the script checks it. A symbol of a
 * range may be a list, separated by commas, for a database with several rows.
 */
public final class OfflineMigrator {

	private final OfflineRunner runner;

	OfflineMigrator(OfflineRunner runner) {
		this.runner = runner;
	}

	/**
	 * Write an upgrade.
	 * @param range from where to where: {@code a:b}; {@code b} or {@code :b} from an
	 * empty database; {@code a:} up to the configured target
	 * @param out where the script is written, all at once or not at all
	 * @throws dev.migrator.error.MigratorException if there is no way, or a revision
	 * cannot be written
	 * @throws java.io.UncheckedIOException if the script cannot be written
	 */
	public void upgrade(String range, Appendable out) {
		this.runner.upgrade(range, out);
	}

	/**
	 * Write a downgrade.
	 * @param range from where to where: {@code b:a}
	 * @param out where the script is written, all at once or not at all
	 * @throws dev.migrator.error.MigratorException if there is no way, or a revision
	 * cannot be written
	 * @throws java.io.UncheckedIOException if the script cannot be written
	 */
	public void downgrade(String range, Appendable out) {
		this.runner.downgrade(range, out);
	}

	/**
	 * Write a change of the version table that runs nothing.
	 * @param range from where to where: {@code a:b}, or {@code b} from an empty database
	 * @param out where the script is written, all at once or not at all
	 * @throws dev.migrator.error.MigratorException if a revision cannot be found
	 * @throws java.io.UncheckedIOException if the script cannot be written
	 */
	public void stamp(String range, Appendable out) {
		this.runner.stamp(range, out);
	}

	/**
	 * Write that the version table and the history table are created where they are
	 * missing.
	 * @param out where the script is written
	 * @throws java.io.UncheckedIOException if the script cannot be written
	 */
	public void ensureVersion(Appendable out) {
		this.runner.ensureVersion(out);
	}

}
