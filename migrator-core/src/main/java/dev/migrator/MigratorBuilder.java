package dev.migrator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.execution.AheadPolicy;
import dev.migrator.execution.ChangedPolicy;
import dev.migrator.execution.LoggingListener;
import dev.migrator.execution.MigrationListener;
import dev.migrator.execution.MigrationRunner;
import dev.migrator.execution.MigrationSettings;
import dev.migrator.execution.OfflineRunner;
import dev.migrator.execution.StatementTimeouts;
import dev.migrator.operation.NamingConvention;
import dev.migrator.schema.TableName;
import dev.migrator.script.Migration;
import dev.migrator.script.MigrationFactory;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SessionFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Configures a {@link Migrator}. What is not set is as the properties {@code migrator.*}
 * have it by default.
 */
public final class MigratorBuilder {

	private final List<Class<? extends Migration>> migrations = new ArrayList<>();

	private final List<MigrationListener> listeners = new ArrayList<>(List.of(new LoggingListener()));

	private final Map<String, String> placeholders = new LinkedHashMap<>();

	private @Nullable SessionFactory sessions;

	private @Nullable DataSource dataSource;

	private List<String> locations = List.of("classpath:db/migrations");

	private @Nullable ClassLoader classLoader;

	private MigrationFactory migrationFactory = MigrationFactory.constructor();

	private String target = "head";

	private @Nullable String schema;

	private TableName versionTable = TableName.of("migrator_version");

	private TableName historyTable = TableName.of("migrator_history");

	private boolean transactionPerMigration = true;

	private Duration lockTimeout = Duration.ofMinutes(5);

	private StatementTimeouts timeouts = StatementTimeouts.NONE;

	private ChangedPolicy onChanged = ChangedPolicy.WARN;

	private AheadPolicy onDatabaseAhead = AheadPolicy.WARN;

	private String application = "";

	private @Nullable String tag;

	private NamingConvention namingConvention = NamingConvention.NONE;

	MigratorBuilder() {
	}

	/**
	 * Set where connections come from.
	 * @param dataSource the data source
	 * @return this
	 */
	public MigratorBuilder dataSource(DataSource dataSource) {
		sessions(() -> JdbcSession.open(dataSource));
		this.dataSource = dataSource;
		return this;
	}

	/**
	 * Set where sessions come from.
	 * @param factory opens them
	 * @return this
	 */
	public MigratorBuilder sessions(SessionFactory factory) {
		this.sessions = factory;
		this.dataSource = null;
		return this;
	}

	/**
	 * Set where revisions are looked for.
	 * @param places such as {@code classpath:db/migrations} or {@code file:migrations}
	 * @return this
	 */
	public MigratorBuilder locations(String... places) {
		this.locations = List.of(places);
		return this;
	}

	/**
	 * Set the class loader that revisions are found with.
	 * @param loader the class loader
	 * @return this
	 */
	public MigratorBuilder classLoader(ClassLoader loader) {
		this.classLoader = loader;
		return this;
	}

	/**
	 * Add revisions in Java that stand outside the locations.
	 * @param types their classes
	 * @return this
	 */
	public MigratorBuilder migrations(Collection<? extends Class<? extends Migration>> types) {
		this.migrations.addAll(types);
		return this;
	}

	/**
	 * Set what makes the objects of revisions in Java.
	 * @param factory the factory
	 * @return this
	 */
	public MigratorBuilder migrationFactory(MigrationFactory factory) {
		this.migrationFactory = factory;
		return this;
	}

	/**
	 * Set where an upgrade without a target goes.
	 * @param symbol the symbol of a revision
	 * @return this
	 */
	public MigratorBuilder target(String symbol) {
		this.target = symbol;
		return this;
	}

	/**
	 * Set the schema that revisions work in if they name none, and that has the version
	 * table and the history table if their names have none. It is created where it is
	 * missing.
	 * @param name the schema
	 * @return this
	 */
	public MigratorBuilder schema(String name) {
		this.schema = name;
		return this;
	}

	/**
	 * Set the table with a row a head.
	 * @param name the table, perhaps with its schema
	 * @return this
	 */
	public MigratorBuilder versionTable(String name) {
		this.versionTable = TableName.of(name);
		return this;
	}

	/**
	 * Set the table with a row a revision applied, reverted or stamped.
	 * @param name the table, perhaps with its schema
	 * @return this
	 */
	public MigratorBuilder historyTable(String name) {
		this.historyTable = TableName.of(name);
		return this;
	}

	/**
	 * Set whether each revision has a transaction of its own, rather than all together
	 * one.
	 * @param each whether each has its own
	 * @return this
	 */
	public MigratorBuilder transactionPerMigration(boolean each) {
		this.transactionPerMigration = each;
		return this;
	}

	/**
	 * Set how long to wait for another process that migrates.
	 * @param timeout the time
	 * @return this
	 */
	public MigratorBuilder lockTimeout(Duration timeout) {
		this.lockTimeout = timeout;
		return this;
	}

	/**
	 * Set how long statements may take.
	 * @param statementTimeouts the times
	 * @return this
	 */
	public MigratorBuilder timeouts(StatementTimeouts statementTimeouts) {
		this.timeouts = statementTimeouts;
		return this;
	}

	/**
	 * Add what stands for {@code ${name}} in SQL.
	 * @param values the values by name
	 * @return this
	 */
	public MigratorBuilder placeholders(Map<String, String> values) {
		this.placeholders.putAll(values);
		return this;
	}

	/**
	 * Set what to do about revisions that were edited after they had been applied.
	 * @param policy the policy
	 * @return this
	 */
	public MigratorBuilder onChanged(ChangedPolicy policy) {
		this.onChanged = policy;
		return this;
	}

	/**
	 * Set what to do where the database is ahead of the application.
	 * @param policy the policy
	 * @return this
	 */
	public MigratorBuilder onDatabaseAhead(AheadPolicy policy) {
		this.onDatabaseAhead = policy;
		return this;
	}

	/**
	 * Set the application's name, which the history keeps.
	 * @param name the name
	 * @return this
	 */
	public MigratorBuilder application(String name) {
		this.application = name;
		return this;
	}

	/**
	 * Set what migrations are told that ask for it by {@code op.tag()}.
	 * @param text the tag, or {@code null} for none
	 * @return this
	 */
	public MigratorBuilder tag(@Nullable String text) {
		this.tag = text;
		return this;
	}

	/**
	 * Set how constraints and indexes are called that a revision in Java gives no name.
	 * Without a convention the database names them.
	 * @param convention the convention
	 * @return this
	 */
	public MigratorBuilder namingConvention(NamingConvention convention) {
		this.namingConvention = convention;
		return this;
	}

	/**
	 * Add a listener that is told of each revision.
	 * @param listener the listener
	 * @return this
	 */
	public MigratorBuilder listener(MigrationListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Find the revisions and make the migrator. The database is not touched.
	 * @return the migrator
	 * @throws dev.migrator.error.MigratorException if a revision cannot be read or they
	 * form no graph
	 */
	public Migrator build() {
		SessionFactory factory = this.sessions;
		Assert.state(factory != null, "A migrator needs a data source");
		ScriptDirectory scripts = scripts();
		MigrationSettings settings = settings();
		return new Migrator(scripts, settings,
				new MigrationRunner(factory, Dialects::of, scripts, settings, this.listeners), this.dataSource);
	}

	/**
	 * Find the revisions and make what writes them as scripts. There need not be a data
	 * source.
	 * @param dialect the dialect of the scripts
	 * @return what writes the scripts
	 * @throws dev.migrator.error.MigratorException if a revision cannot be read or they
	 * form no graph
	 */
	public OfflineMigrator buildOffline(Dialect dialect) {
		return new OfflineMigrator(new OfflineRunner(dialect, scripts(), settings()));
	}

	private ScriptDirectory scripts() {
		ClassLoader loader = (this.classLoader != null) ? this.classLoader : ClassUtils.getDefaultClassLoader();
		Assert.state(loader != null, "A migrator needs a class loader");
		return ScriptDirectory.load(this.locations, this.migrations, loader, this.migrationFactory,
				this.namingConvention);
	}

	private MigrationSettings settings() {
		return new MigrationSettings(this.target, this.schema, inSchema(this.versionTable), inSchema(this.historyTable),
				this.transactionPerMigration, this.lockTimeout, this.timeouts, this.placeholders, this.onChanged,
				this.onDatabaseAhead, this.application, this.tag, this.namingConvention);
	}

	private TableName inSchema(TableName table) {
		return (this.schema != null && table.schema() == null) ? new TableName(this.schema, table.name()) : table;
	}

}
