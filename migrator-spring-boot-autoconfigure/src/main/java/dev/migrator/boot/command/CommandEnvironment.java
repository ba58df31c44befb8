package dev.migrator.boot.command;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrator.boot.MigratorInitializer;

import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * The environment of an application while a command runs: its options do not become
 * properties, no web server starts, nobody else touches the schema, and logs are quiet.
 */
final class CommandEnvironment {

	private static final String ARGUMENTS = CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME;

	private final CommandRun run;

	CommandEnvironment(CommandRun run) {
		this.run = run;
	}

	void prepare(ConfigurableEnvironment environment) {
		MutablePropertySources sources = environment.getPropertySources();
		PropertySource<?> properties = new MapPropertySource("migratorCommand", properties());
		if (sources.contains(ARGUMENTS)) {
			sources.replace(ARGUMENTS, new SimpleCommandLinePropertySource(ARGUMENTS,
					this.run.arguments().properties().toArray(String[]::new)));
			sources.addAfter(ARGUMENTS, properties);
		}
		else {
			sources.addFirst(properties);
		}
	}

	private Map<String, Object> properties() {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put(MigratorInitializer.COMMAND_MODE_PROPERTY, true);
		properties.put("spring.main.web-application-type", "none");
		properties.put("spring.main.banner-mode", "off");
		properties.put("spring.main.log-startup-info", false);
		properties.put("spring.main.keep-alive", false);
		properties.put("spring.jpa.hibernate.ddl-auto", "none");
		properties.put("spring.sql.init.mode", "never");
		properties.put("logging.level.root", "WARN");
		// It warns of each failed start, which the command reports itself.
		properties.put("logging.level.org.springframework.context", "ERROR");
		this.run.options()
			.placeholders()
			.forEach((name, value) -> properties.put("migrator.placeholders." + name, value));
		return properties;
	}

}
