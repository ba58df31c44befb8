package dev.migrator.boot.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import dev.migrator.boot.test.Applications;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which of several databases a command works on.
 */
class DatabaseOptionTests {

	private final ApplicationContextRunner runner = Applications.bare()
		.withPropertyValues("migrator.locations=classpath:db/migrations",
				"migrator.databases.first.url=jdbc:h2:mem:first;DB_CLOSE_DELAY=-1",
				"migrator.databases.first.locations=classpath:db/migrations", "migrator.databases.first.target=1975",
				"migrator.databases.second.url=jdbc:h2:mem:second;DB_CLOSE_DELAY=-1",
				"migrator.databases.second.locations=classpath:db/migrations");

	@Test
	void aDatabaseIsNamedAsItIsConfiguredOrByItsBean() {
		assertThat(run("migrator", "current", "--database", "first")).startsWith("0 1975ea83b712");
		assertThat(run("migrator", "current", "--database", "second")).startsWith("0 " + Applications.HEAD);
		assertThat(run("migrator", "current", "--name", "secondMigrator")).startsWith("0 " + Applications.HEAD);
	}

	@Test
	void withoutANameTheyAreListed() {
		assertThat(run("migrator", "current")).startsWith("1 error: ")
			.contains("firstMigrator, secondMigrator", "--database");
	}

	@Test
	void anUnknownNameIsRefused() {
		assertThat(run("migrator", "current", "--database", "third")).startsWith("1 error: ")
			.contains("There is no migrator 'third'");
	}

	@Test
	void aScriptIsWrittenInTheLanguageOfTheDatabase() {
		assertThat(run("migrator", "upgrade", "head", "--sql", "--database", "second")).startsWith("0 ")
			.contains("create table hero");
	}

	private String run(String... arguments) {
		StringWriter written = new StringWriter();
		PrintWriter out = new PrintWriter(written);
		Console console = new Console(out, out, Ansi.OFF, StandardCharsets.UTF_8);
		int[] status = new int[1];
		this.runner.run((context) -> status[0] = CommandRun.parse(CommandArguments.of(arguments).orElseThrow(), console)
			.execute(context.getBeanFactory(), context.getEnvironment()));
		out.flush();
		return status[0] + " " + written.toString().strip();
	}

}
