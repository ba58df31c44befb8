package dev.migrator.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The words of a command are read before the application is prepared, so that none of
 * these needs a database.
 */
class WordsIT {

	private static final List<String> COMMANDS = List.of("upgrade", "downgrade", "current", "history", "heads",
			"branches", "show", "check", "revision", "merge", "squash", "edit", "stamp", "resolve", "ensure-version",
			"init", "list-templates", "completion");

	@TempDir
	private Path directory;

	private CommandProcess.Setting application;

	@BeforeEach
	void beWithoutDatabase() {
		this.application = new CommandProcess.Setting(this.directory, new SampleDatabase(new DriverManagerDataSource(),
				List.of("--spring.config.import=nosuch.yaml"), Map.of()))
			.packed();
	}

	@Test
	void wrongWordsAreRefused() {
		this.application.run("upgrad")
			.refused("error: There is no command 'upgrad'.",
					"Did you mean: migrator upgrade or migrator downgrade or migrator heads?");
		this.application.run("upgrade", "--nosuch")
			.refused("error: There is no option '--nosuch'.", "Try 'migrator upgrade --help'.");
		this.application.run("downgrade")
			.refused("error: Missing required parameter: 'REVISION'", "Try 'migrator downgrade --help'.");
		this.application.run("upgrade", "head", "--sql", "--plan")
			.refused("error: --sql and --plan do not go together.", "Try 'migrator upgrade --help'.");
		this.application.run("resolve", "14d9")
			.refused("error: Missing required argument (specify one of these): (--applied | --redo | --restart)",
					"Try 'migrator resolve --help'.");
		CommandProcess none = this.application.run();
		assertThat(none.out()).isEmpty();
		assertThat(none.err()).startsWith("error: The command is missing.");
		assertThat(none.status()).isEqualTo(2);
	}

	@Test
	void helpGoesToStandardOutput() {
		CommandProcess help = this.application.run("--help");
		assertThat(help.status()).isZero();
		assertThat(help.err()).isEmpty();
		assertThat(help.out().lines().map((line) -> line.strip().split(" ", 2)[0])).containsSubsequence(COMMANDS);
		assertThat(this.application.run("-V").out().strip()).matches("Migrator \\d+\\.\\d+\\.\\d+(-\\S+)?");
	}

	@Test
	void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
		CommandProcess completion = this.application.run("completion");
		assertThat(completion.status()).isZero();
		assertThat(completion.err()).isEmpty();
		assumeThat(Path.of("/bin/bash")).isExecutable();
		Path script = Files.writeString(this.directory.resolve("completion"), completion.out());
		assertThat(bash("-n", script.toString())).isEmpty();
		assertThat(complete(script, "ensu")).isEqualTo("ensure-version");
		assertThat(complete(script, "upgrade", "--dr")).isEqualTo("--dry-run");
		assertThat(complete(script, "resolve", "--re")).isEqualTo("--redo --restart");
	}

	// The shell alone may call compopt, while it completes.
	private String complete(Path script, String... words) throws IOException, InterruptedException {
		return bash("-c", """
				source '%s'
				compopt() { :; }
				COMP_WORDS=(migrator %s)
				COMP_CWORD=%d
				_complete_migrator
				echo ${COMPREPLY[@]}""".formatted(script, String.join(" ", words), words.length));
	}

	private String bash(String... arguments) throws IOException, InterruptedException {
		Path output = this.directory.resolve("bash.out");
		List<String> command = new ArrayList<>(List.of("/bin/bash"));
		command.addAll(List.of(arguments));
		Process bash = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(bash.exitValue()).as(Files.readString(output)).isZero();
		return Files.readString(output).strip();
	}

}
