package dev.migrator.boot.command;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.boot.MigratorProperties;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.writing.PostWriteHook;
import dev.migrator.script.writing.ScriptSettings;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
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
					"Configure spring.datasource.url or migrator.url, and leave migrator.enabled on.");
		}
		String wanted = this.options.migratorName();
		if (wanted != null && !names.contains(wanted)) {
			throw new MigratorException(ErrorCategory.NOT_FOUND, "There is no migrator '%s'.".formatted(wanted),
					"Name one of these: %s.".formatted(String.join(", ", names)));
		}
		Migrator migrator = (wanted != null) ? this.beanFactory.getBean(wanted, Migrator.class)
				: this.beanFactory.getBeanProvider(Migrator.class, false).getIfUnique();
		if (migrator == null) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS,
					"The application has several migrators: %s.".formatted(String.join(", ", names)),
					"Name one by --name, or mark the one that commands use with @Primary.");
		}
		return migrator;
	}

	MigratorProperties properties() {
		return this.beanFactory.getBean(MigratorProperties.class);
	}

	/**
	 * Return where the database is, without a connection to it.
	 * @return the URL
	 * @throws MigratorException if none is configured
	 */
	String databaseUrl() {
		String url = (this.options.migratorName() == null) ? properties().getUrl() : null;
		if (StringUtils.hasText(url)) {
			return url;
		}
		JdbcConnectionDetails details = (this.options.migratorName() == null)
				? this.beanFactory.getBeanProvider(JdbcConnectionDetails.class).getIfUnique() : null;
		if (details == null) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"Which database a script is for cannot be told from the configuration.",
					"Name it by --dialect, for example --dialect postgresql.");
		}
		return details.getJdbcUrl();
	}

	/**
	 * Return how new revisions are written.
	 * @return the settings
	 */
	ScriptSettings scriptSettings() {
		MigratorProperties properties = properties();
		MigratorProperties.Script script = properties.getScript();
		return new ScriptSettings(Path.of(script.getDirectory()), properties.getLocations(), script.getFormat(),
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
