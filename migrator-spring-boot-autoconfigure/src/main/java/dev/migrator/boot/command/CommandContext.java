package dev.migrator.boot.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.AutogenerateProperties;
import dev.migrator.boot.DatabaseProperties;
import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.boot.MigratorDatabases;
import dev.migrator.boot.MigratorProperties;
import dev.migrator.boot.autogenerate.Autogenerate;
import dev.migrator.boot.autogenerate.ScratchServer;
import dev.migrator.boot.autogenerate.ScratchServers;
import dev.migrator.boot.autogenerate.TargetOwners;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.body.RevisionBody;
import dev.migrator.script.body.java.JavaBody;
import dev.migrator.script.body.java.OperationRenderer;
import dev.migrator.script.body.java.TypeRenderer;
import dev.migrator.script.body.sql.SqlBody;
import dev.migrator.script.writing.PostWriteHook;
import dev.migrator.script.writing.ScriptSettings;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The application, as a command sees it.
 */
final class CommandContext {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	private final Console console;

	private final MigratorCommand options;

	CommandContext(ConfigurableListableBeanFactory beanFactory, Environment environment, Console console,
			MigratorCommand options) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.console = console;
		this.options = options;
	}

	/**
	 * Return the application's migrator, or the one of several that was named. It is made
	 * now; no connection is opened yet.
	 * @return the migrator
	 * @throws MigratorException if there is none, or none of that name, or if there are
	 * several and neither was one named nor is one primary
	 */
	Migrator migrator() {
		List<String> names = List.of(this.beanFactory.getBeanNamesForType(Migrator.class, true, false));
		if (names.isEmpty()) {
			throw new MigratorException(ErrorCategory.CONFIGURATION, "The application has no migrator.",
					"Configure spring.datasource.url, spring.r2dbc.url or migrator.url, and leave migrator.enabled on.");
		}
		String wanted = wanted(names);
		if (wanted != null && !names.contains(wanted)) {
			throw new MigratorException(ErrorCategory.NOT_FOUND, "There is no migrator '%s'.".formatted(wanted),
					"Name one of these: %s.".formatted(String.join(", ", names)));
		}
		Migrator migrator = (wanted != null) ? this.beanFactory.getBean(wanted, Migrator.class)
				: this.beanFactory.getBeanProvider(Migrator.class, false).getIfUnique();
		if (migrator == null) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS,
					"The application has several migrators: %s.".formatted(String.join(", ", names)),
					"Name one by --database, or mark the one that commands use with @Primary.");
		}
		return migrator;
	}

	// A database is named as it is configured, a bean as it is.
	private @Nullable String wanted(List<String> beans) {
		String name = this.options.migratorName();
		String bean = (name != null) ? MigratorDatabases.beanName(name) : null;
		return (bean != null && !beans.contains(name) && beans.contains(bean)) ? bean : name;
	}

	/**
	 * Return what is configured for the database that was named.
	 * @return its properties, or nothing if none of {@code migrator.databases} was named
	 */
	private Optional<DatabaseProperties> namedDatabase() {
		MigratorDatabases databases = new MigratorDatabases(this.environment);
		String name = this.options.migratorName();
		if (name == null) {
			return Optional.empty();
		}
		return ((databases.names().contains(name)) ? Optional.of(name) : databases.ofBean(name))
			.map(databases::properties);
	}

	MigratorProperties properties() {
		return this.beanFactory.getBean(MigratorProperties.class);
	}

	AutogenerateProperties autogenerateProperties() {
		return bean(Autogenerate.class).properties(migrator());
	}

	/**
	 * Return a bean of the application.
	 * @param <T> its type
	 * @param type its type
	 * @return the bean
	 */
	<T> T bean(Class<T> type) {
		return this.beanFactory.getBean(type);
	}

	/**
	 * Return whether the application has a bean.
	 * @param type its type
	 * @return whether there is one
	 */
	boolean hasBean(Class<?> type) {
		return this.beanFactory.getBeanNamesForType(type, true, false).length > 0;
	}

	/**
	 * Return what writes operations in Java, as the application's beans want it.
	 * @return the writer
	 */
	RevisionBody javaBody() {
		return new JavaBody(beans(OperationRenderer.class), beans(TypeRenderer.class));
	}

	// Those about the database, as far as the application says.
	private <T> List<T> beans(Class<T> type) {
		return (hasBean(TargetOwners.class)) ? bean(TargetOwners.class).beans(type, migrator())
				: this.beanFactory.getBeanProvider(type).orderedStream().toList();
	}

	/**
	 * Return what writes operations in the SQL of a database.
	 * @param compared leads to the database, which is as the revision is to find it; it
	 * is opened when something is written
	 * @return the writer
	 */
	RevisionBody sqlBody(Migrator compared) {
		return (draft, steps) -> {
			try (SqlSession session = compared.sessions().open()) {
				return new SqlBody(Dialects.of(session.database()), compared.settings().namingConvention(), session)
					.fill(draft, steps);
			}
		};
	}

	/**
	 * Return where the database is, without a connection to it.
	 * @return the URL
	 * @throws MigratorException if none is configured
	 */
	String databaseUrl() {
		return knownUrl().orElseThrow(() -> new MigratorException(ErrorCategory.CONFIGURATION,
				"Which database a script is for cannot be told from the configuration.",
				"Name it by --dialect, for example --dialect postgresql."));
	}

	/**
	 * Return where the database is. A connection is asked only if that is not configured,
	 * as where the application makes its data source itself.
	 * @return the URL
	 * @throws MigratorException if none is configured, and there is no connection
	 */
	String reachedUrl() {
		return knownUrl().or(() -> Optional.ofNullable(migrator().dataSource()).flatMap(CommandContext::url))
			.orElseGet(this::databaseUrl);
	}

	/**
	 * Return where scratch databases are made of the database's kind.
	 * @param url where the database is, as {@link #reachedUrl()} tells
	 * @return what makes them, which the caller closes
	 * @throws MigratorException if there is no such server
	 */
	ScratchDatabases scratchDatabases(String url) {
		ScratchServer server = (hasBean(ScratchServers.class)) ? bean(ScratchServers.class).of(migrator(), url)
				: ScratchServers.own(migrator(), url);
		return new ScratchDatabases(server, Dialects.ofUrl(url));
	}

	private static Optional<String> url(DataSource dataSource) {
		try (SqlSession session = JdbcSession.open(dataSource)) {
			return Optional.ofNullable(session.database().url());
		}
	}

	private Optional<String> knownUrl() {
		String url = (this.options.migratorName() == null) ? configuredUrl()
				: namedDatabase().map(DatabaseProperties::getUrl).orElse(null);
		return Optional.ofNullable(url).filter(StringUtils::hasText);
	}

	private @Nullable String configuredUrl() {
		MigratorConnectionDetails own = this.beanFactory.getBeanProvider(MigratorConnectionDetails.class).getIfUnique();
		String url = (own != null) ? own.getJdbcUrl() : properties().getUrl();
		return (StringUtils.hasText(url)) ? url : ApplicationUrl.find(this.beanFactory);
	}

	/**
	 * Return how new revisions are written.
	 * @return the settings
	 */
	ScriptSettings scriptSettings() {
		MigratorProperties properties = properties();
		MigratorProperties.Script script = properties.getScript();
		List<String> locations = namedDatabase().map(DatabaseProperties::getLocations)
			.orElseGet(properties::getLocations);
		return new ScriptSettings(Path.of(script.getDirectory()), locations, script.getFormat(),
				script.getFileTemplate(), script.getTimeZone(), script.getSlugLength(), Path.of(script.getTemplates()),
				script.isHeadsFile(), script.getHooks().stream().map(PostWriteHook::of).toList(),
				script.getHookTimeout());
	}

	/**
	 * Say a path as it is seen from the working directory.
	 * @param path the path
	 * @return the path, shorter if it is below the working directory
	 */
	String relative(Path path) {
		Path directory = Path.of("").toAbsolutePath();
		return ((path.startsWith(directory)) ? directory.relativize(path) : path).toString();
	}

	Environment environment() {
		return this.environment;
	}

	Console console() {
		return this.console;
	}

	MigratorCommand options() {
		return this.options;
	}

	/**
	 * Return whether results are for a program.
	 * @return whether to write JSON
	 */
	boolean isJson() {
		return this.options.isJson();
	}

	/**
	 * Write a line of results.
	 * @param text the line
	 */
	void print(String text) {
		this.console.print(text);
	}

}
