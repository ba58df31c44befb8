package dev.migrator.execution;

import java.time.Duration;
import java.util.Map;

import dev.migrator.operation.NamingConvention;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * How migrations run.
 *
 * @param target the revision that an upgrade without a target goes to
 * @param schema the schema that revisions work in if they name none, created where it is
 * missing, or {@code null} for the one that connections have
 * @param versionTable the table with a row a head
 * @param historyTable the table with a row a revision applied, reverted or stamped
 * @param transactionPerMigration whether each revision has a transaction of its own,
 * rather than all together one
 * @param lockTimeout how long to wait for another process that migrates
 * @param timeouts how long statements may take
 * @param placeholders what stands for {@code ${name}} in SQL, by name
 * @param onChanged what to do about an edited revision
 * @param onDatabaseAhead what to do where the database is ahead
 * @param application the application's name, for the history
 * @param tag what whoever runs the migrations has to tell them, or {@code null}
 * @param namingConvention how constraints and indexes are called that a migration gives
 * no name
 */
public record MigrationSettings(String target, @Nullable String schema, TableName versionTable, TableName historyTable,
		boolean transactionPerMigration, Duration lockTimeout, StatementTimeouts timeouts,
		Map<String, String> placeholders, ChangedPolicy onChanged, AheadPolicy onDatabaseAhead, String application,
		@Nullable String tag, NamingConvention namingConvention) {

	public MigrationSettings {
		placeholders = Map.copyOf(placeholders);
	}

	/**
	 * Return the same settings with another tag.
	 * @param otherTag the tag, or {@code null} for none
	 * @return the settings
	 */
	public MigrationSettings withTag(@Nullable String otherTag) {
		return new MigrationSettings(this.target, this.schema, this.versionTable, this.historyTable,
				this.transactionPerMigration, this.lockTimeout, this.timeouts, this.placeholders, this.onChanged,
				this.onDatabaseAhead, this.application, otherTag, this.namingConvention);
	}

	MigrationSettings withOneTransaction() {
		return new MigrationSettings(this.target, this.schema, this.versionTable, this.historyTable, false,
				this.lockTimeout, this.timeouts, this.placeholders, this.onChanged, this.onDatabaseAhead,
				this.application, this.tag, this.namingConvention);
	}

}
