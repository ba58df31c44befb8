package dev.migrator.boot.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.test.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code revision --autogenerate --sql-file} on SQLite, where a change copies the table.
 */
class SqliteFileCommandTests {

	private static final String UNMANAGED = "--migrator.autogenerate.unmanaged-tables=reward";

	@TempDir
	private Path revisions;

	@Test
	void aFileCopiesATableThereAndBackAndKeepsItsRows() {
		String property = "--spring.datasource.url=jdbc:sqlite:%s?foreign_keys=on"
			.formatted(this.revisions.resolve("quests.db"));
		JdbcClient client = JdbcClient.create(Databases.sqliteFile(this.revisions.resolve("quests.db")));
		generate(AutogenerateCommandTests.Quests.class, property).done();
		run(AutogenerateCommandTests.Quests.class, property, "upgrade").done();
		client.sql("insert into quest (id, title) values (7, 'Grail')").update();
		client.sql("create table reward (id integer primary key, quest_id integer references quest on delete cascade)")
			.update();
		client.sql("insert into reward values (1, 7)").update();
		assertThat(generate(AutogenerateCommandTests.LongerTitles.class, property, UNMANAGED).status()).isZero();
		assertThat(files()).hasSize(2)
			.anySatisfy((file) -> assertThat(file).content()
				.contains("pragma foreign_keys = off;", "create table \"_migrator_new_quest\"", "title varchar(400)",
						"title varchar(200)"));
		run(AutogenerateCommandTests.LongerTitles.class, property, "upgrade").done();
		assertThat(run(AutogenerateCommandTests.LongerTitles.class, property, UNMANAGED, "check").done().out())
			.contains("No new upgrade operations detected.");
		run(AutogenerateCommandTests.LongerTitles.class, property, "downgrade", "-1").done();
		assertThat(client.sql("select title from quest where id = 7").query(String.class).single()).isEqualTo("Grail");
		assertThat(client.sql("select count(*) from reward").query(Integer.class).single()).isOne();
		assertThat(client.sql("select sql from sqlite_schema where name = 'quest'").query(String.class).single())
			.contains("varchar(200)");
	}

	@Test
	void theReplayedRevisionsTellTheTableToo() {
		String property = "--spring.datasource.url=jdbc:sqlite:" + this.revisions.resolve("nowhere/at/all.db");
		generate(AutogenerateCommandTests.Quests.class, property, "--from-revisions").done();
		generate(AutogenerateCommandTests.LongerTitles.class, property, "--from-revisions").done();
		assertThat(run(AutogenerateCommandTests.LongerTitles.class, property, "check", "--from-revisions").done().out())
			.contains("No new upgrade operations detected.");
	}

	private CommandResult generate(Class<?> application, String... words) {
		List<String> all = new ArrayList<>(List.of("revision", "--autogenerate", "--sql-file", "-m", "Change quests"));
		all.addAll(List.of(words));
		return run(application, all.toArray(String[]::new));
	}

	private List<Path> files() {
		try (Stream<Path> files = Files.list(this.revisions)) {
			return files.filter((file) -> file.toString().endsWith(".sql")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private CommandResult run(Class<?> application, String... words) {
		List<String> arguments = new ArrayList<>(List.of("migrator"));
		for (String word : words) {
			arguments.add((word.contains(".") && word.startsWith("--")) ? 0 : arguments.size(), word);
		}
		return CommandResult.run(new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("migrator.locations=file:" + this.revisions)
			.build(), arguments.toArray(String[]::new));
	}

}
