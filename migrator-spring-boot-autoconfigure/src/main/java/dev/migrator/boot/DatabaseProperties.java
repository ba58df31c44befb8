package dev.migrator.boot;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.execution.AheadPolicy;
import dev.migrator.execution.ChangedPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationUnit;

/**
 * Configuration properties of one database.
 */
public class DatabaseProperties {

	/**
	 * What to do when the application starts.
	 */
	private OnStartup onStartup = OnStartup.UPGRADE;

	/**
	 * Revision to upgrade to: an id or its beginning, a branch label, "head" or "heads".
	 */
	private String target = "head";

	/**
	 * Locations of revisions: SQL files, and on the class path also classes in the
	 * package of the same name.
	 */
	private List<String> locations = new ArrayList<>(List.of("classpath:db/migrations"));

	/**
	 * Name of the DataSource or ConnectionFactory bean that migrations use, if it is not
	 * the application's.
	 */
	private @Nullable String dataSource;

	/**
	 * URL of the database to migrate, if it is not the one of the application's data
	 * source: a URL of JDBC or R2DBC, or one such as
	 * "postgresql://user:password@host/database".
	 */
	private @Nullable String url;

	/**
	 * Database user for migrations. Without a URL, the application's data source is used
	 * with this user.
	 */
	private @Nullable String username;

	/**
	 * Password of the database user for migrations.
	 */
	private @Nullable String password;

	/**
	 * Fully qualified name of the JDBC driver for the URL. Found by the URL if not set,
	 * and then R2DBC is used where there is no such driver.
	 */
	private @Nullable String driverClassName;

	/**
	 * Schema that revisions work in and that has the tables of Migrator, where their
	 * names have none. Created if it is missing. The connection's own if not set.
	 */
	private @Nullable String schema;

	/**
	 * Name of the table with the current revisions, with or without its schema.
	 */
	private String versionTable = "migrator_version";

	/**
	 * Name of the table with a row for each revision that was applied, reverted or
	 * stamped, with or without its schema.
	 */
	private String historyTable = "migrator_history";

	/**
	 * Whether each revision has a transaction of its own, rather than all together one,
	 * where the database has transactions for DDL.
	 */
	private boolean transactionPerMigration = true;

	/**
	 * Lock that lets only one process migrate.
	 */
	private final Lock lock = new Lock();

	/**
	 * Longest time that a statement of a revision waits for a lock of the database,
	 * before it is tried again. Unlimited if zero, the database's own default if not set.
	 * If a duration suffix is not specified, milliseconds will be used.
	 */
	private @Nullable Duration lockTimeout;

	/**
	 * Longest time that a statement of a revision runs. Unlimited if zero, the database's
	 * own default if not set. If a duration suffix is not specified, milliseconds will be
	 * used.
	 */
	private @Nullable Duration statementTimeout;

	/**
	 * Number of times that a statement is tried again after it waited too long for a lock
	 * of the database.
	 */
	private int retries = 3;

	/**
	 * Values of placeholders such as ${name} in SQL files, by name.
	 */
	private final Map<String, String> placeholders = new LinkedHashMap<>();

	/**
	 * Names of constraints and indexes that a revision in Java gives no name, by their
	 * kind: "ix", "uq", "ck", "fk" and "pk". A pattern such as
	 * "fk_%(table_name)s_%(column_0_name)s". What has none is named by the database.
	 */
	private final Map<String, String> namingConvention = new LinkedHashMap<>();

	/**
	 * What to do about a revision that was edited after it had been applied.
	 */
	private ChangedPolicy onChanged = ChangedPolicy.WARN;

	/**
	 * What to do if the database is at a revision that only a newer version of the
	 * application has.
	 */
	private AheadPolicy onDatabaseAhead = AheadPolicy.WARN;

	public OnStartup getOnStartup() {
		return this.onStartup;
	}

	public void setOnStartup(OnStartup onStartup) {
		this.onStartup = onStartup;
	}

	public String getTarget() {
		return this.target;
	}

	public void setTarget(String target) {
		this.target = target;
	}

	public List<String> getLocations() {
		return this.locations;
	}

	public void setLocations(List<String> locations) {
		this.locations = locations;
	}

	public @Nullable String getDataSource() {
		return this.dataSource;
	}

	public void setDataSource(@Nullable String dataSource) {
		this.dataSource = dataSource;
	}

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getUsername() {
		return this.username;
	}

	public void setUsername(@Nullable String username) {
		this.username = username;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public @Nullable String getDriverClassName() {
		return this.driverClassName;
	}

	public void setDriverClassName(@Nullable String driverClassName) {
		this.driverClassName = driverClassName;
	}

	public @Nullable String getSchema() {
		return this.schema;
	}

	public void setSchema(@Nullable String schema) {
		this.schema = schema;
	}

	public String getVersionTable() {
		return this.versionTable;
	}

	public void setVersionTable(String versionTable) {
		this.versionTable = versionTable;
	}

	public String getHistoryTable() {
		return this.historyTable;
	}

	public void setHistoryTable(String historyTable) {
		this.historyTable = historyTable;
	}

	public boolean isTransactionPerMigration() {
		return this.transactionPerMigration;
	}

	public void setTransactionPerMigration(boolean transactionPerMigration) {
		this.transactionPerMigration = transactionPerMigration;
	}

	public Lock getLock() {
		return this.lock;
	}

	public @Nullable Duration getLockTimeout() {
		return this.lockTimeout;
	}

	public void setLockTimeout(@Nullable Duration lockTimeout) {
		this.lockTimeout = lockTimeout;
	}

	public @Nullable Duration getStatementTimeout() {
		return this.statementTimeout;
	}

	public void setStatementTimeout(@Nullable Duration statementTimeout) {
		this.statementTimeout = statementTimeout;
	}

	public int getRetries() {
		return this.retries;
	}

	public void setRetries(int retries) {
		this.retries = retries;
	}

	public Map<String, String> getPlaceholders() {
		return this.placeholders;
	}

	public Map<String, String> getNamingConvention() {
		return this.namingConvention;
	}

	public ChangedPolicy getOnChanged() {
		return this.onChanged;
	}

	public void setOnChanged(ChangedPolicy onChanged) {
		this.onChanged = onChanged;
	}

	public AheadPolicy getOnDatabaseAhead() {
		return this.onDatabaseAhead;
	}

	public void setOnDatabaseAhead(AheadPolicy onDatabaseAhead) {
		this.onDatabaseAhead = onDatabaseAhead;
	}

	/**
	 * The lock that lets only one process migrate.
	 */
	public static class Lock {

		/**
		 * Longest time to wait for another process that migrates. If a duration suffix is
		 * not specified, seconds will be used.
		 */
		@DurationUnit(ChronoUnit.SECONDS)
		private Duration timeout = Duration.ofMinutes(5);

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

	}

}
