package dev.migrator.script.writing;

import java.util.stream.Collectors;

/**
 * What stands in an application's configuration to begin with, and words that explain it.
 */
final class ConfigurationSnippet {

	private final ScriptSettings settings;

	ConfigurationSnippet(ScriptSettings settings) {
		this.settings = settings;
	}

	String yaml() {
		return """
				migrator:
				  # Where revisions are: SQL files, and on the class path also classes in the package of that name.
				  locations:
				%s
				  # What happens when the application starts: upgrade, check (fail if a revision is pending) or none.
				  on-startup: upgrade
				  script:
				    # What new revisions are written in: java or sql.
				    format: %s
				    # What runs after a new file was written:
				    # hooks:
				    #   - git add {file}
				""".formatted(this.settings.locations()
			.stream()
			.map((location) -> "    - " + location)
			.collect(Collectors.joining("\n")), this.settings.format().code());
	}

	String properties() {
		return """
				# Where revisions are: SQL files, and on the class path also classes in the package of that name.
				migrator.locations=%s
				# What happens when the application starts: upgrade, check (fail if a revision is pending) or none.
				migrator.on-startup=upgrade
				# What new revisions are written in: java or sql.
				migrator.script.format=%s
				# What runs after a new file was written:
				# migrator.script.hooks=git add {file}
				""".formatted(String.join(",", this.settings.locations()), this.settings.format().code());
	}

}
