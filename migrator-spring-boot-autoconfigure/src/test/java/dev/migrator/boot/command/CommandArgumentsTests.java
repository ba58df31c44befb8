package dev.migrator.boot.command;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which arguments ask for a command, and which set properties.
 */
class CommandArgumentsTests {

	@Test
	void whatStandsBehindTheWordIsTheCommands() {
		assertThat(CommandArguments.of("migrator", "revision", "-m", "Add hero", "--sql-file"))
			.hasValue(new CommandArguments(List.of("revision", "-m", "Add hero", "--sql-file"), List.of()));
	}

	@Test
	void optionsInFrontOfTheWordAreTheApplications() {
		assertThat(CommandArguments.of("--debug", "--spring.profiles.active=test", "migrator", "current"))
			.hasValue(new CommandArguments(List.of("current"), List.of("--debug", "--spring.profiles.active=test")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--spring.profiles.active=test", "--migrator.url=jdbc:h2:mem:a", "--server.port=0",
			"--management.server.port", "--migrator.placeholders.text=first line\nsecond = line" })
	void behindTheWordThoseWithADotInTheirNameSetProperties(String argument) {
		assertThat(CommandArguments.of("migrator", "upgrade", argument, "head"))
			.hasValue(new CommandArguments(List.of("upgrade", "head"), List.of(argument)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--message=Rename a.b", "--head=billing@1975.1", "--debug", "--name=x", "--", "-x", "a.b",
			"-1", "--location=file:./db.d", "--message a.b", "-m=v1.2" })
	void othersBelongToTheCommand(String argument) {
		assertThat(CommandArguments.of("migrator", "revision", argument))
			.hasValue(new CommandArguments(List.of("revision", argument), List.of()));
	}

	@Test
	void theWordAloneIsACommandLineWithoutACommand() {
		assertThat(CommandArguments.of("migrator")).hasValue(new CommandArguments(List.of(), List.of()));
	}

	@Test
	void withoutTheWordInFirstPlaceTheApplicationStarts() {
		assertThat(CommandArguments.of()).isEmpty();
		assertThat(CommandArguments.of("--server.port=0")).isEmpty();
		assertThat(CommandArguments.of("import", "migrator", "upgrade")).isEmpty();
		assertThat(CommandArguments.of("-q", "migrator", "upgrade")).isEmpty();
		assertThat(CommandArguments.of("--name=migrator")).isEmpty();
		assertThat(CommandArguments.of("Migrator", "upgrade")).isEmpty();
	}

}
