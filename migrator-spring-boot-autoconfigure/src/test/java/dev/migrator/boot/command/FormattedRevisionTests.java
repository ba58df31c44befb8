package dev.migrator.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.autogenerate.DeclaredSchema;
import dev.migrator.boot.autoconfigure.AutogenerateAutoConfiguration;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.schema.Schema;
import dev.migrator.script.source.JavaSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.bool;
import static dev.migrator.schema.Types.enumeration;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.numeric;
import static dev.migrator.schema.Types.timestampWithTimeZone;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code revision --autogenerate} writes in Java is as the project's formatter
 * leaves it, and compiles without a warning.
 */
class FormattedRevisionTests {

	private static final String MESSAGE = "Add quests and what belongs to them, let go of villains, and change the "
			+ "titles of all heroes so that \"Captain\" stands in front of the names of those who lead a team";

	@TempDir
	private Path project;

	@Test
	void theFormatterChangesNothingInARevisionThatCreatesChangesAndDrops() throws IOException {
		Files.createDirectories(this.project.resolve("src/main/java/com/example/quests"));
		String database = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(this.project.getFileName());
		Stream
			.of("create table villain (id integer primary key, lair varchar(80), power numeric(10, 2) default 1.5)",
					"create index ix_villain_lair on villain (lair)",
					"create table hero (id integer primary key, title varchar(20), old_name varchar(50), age integer)",
					"insert into hero (id) values (1)")
			.forEach((sql) -> JdbcClient.create(new DriverManagerDataSource(database, "sa", "")).sql(sql).update());
		CommandResult result = CommandResult.run(
				new SpringApplicationBuilder(Quests.class).web(WebApplicationType.NONE)
					.properties("spring.datasource.url=" + database, "migrator.locations=classpath:com/example/quests",
							"migrator.script.directory=" + this.project)
					.build(),
				"migrator", "revision", "--autogenerate", "--java", "--no-renames", "-m", MESSAGE, "--branch-label",
				"quests_of_the_heroes_and_their_teams", "--rev-id", "abcdefabcdef");
		assertThat(result.status()).as(result.err()).isZero();
		List<Path> files;
		try (Stream<Path> found = Files.walk(this.project)) {
			files = found.filter((file) -> file.toString().endsWith(".java")).toList();
		}
		assertThat(files).hasSize(1);
		String source = Files.readString(files.get(0));
		assertThat(source).contains("op.createTable(\"quest\"", "op.dropTable(\"villain\")", "op.alterColumn(\"hero\"",
				"op.todo(", "op.createTable(\"villain\"", "import static dev.migrator.schema.Types.varchar;");
		assertThat(JavaSources.format(source)).isEqualTo(source);
		JavaSources.compile(Files.createDirectories(this.project.resolve("classes")), files);
	}

	@SpringBootConfiguration
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class,
			AutogenerateAutoConfiguration.class })
	static class Quests {

		@Bean
		Schema quests() {
			return DeclaredSchema.of((op) -> {
				op.createSequence("badge", (s) -> s.startWith(1000).incrementBy(50));
				op.createTable("team", (t) -> {
					t.column("id", bigint()).identity((i) -> i.always().startWith(100));
					t.column("name", varchar(100)).notNull();
					t.primaryKey("id");
					t.constraint("uq_team_name").unique("name");
					t.comment("Those who fight together, at least on most days of the week and never on a Sunday");
				});
				op.createTable("hero", (t) -> {
					t.column("id", integer()).primaryKey();
					t.column("title", varchar(200)).defaultValue("It's a \"hero\" who saves the world \\ before tea");
					t.column("power_level", integer()).notNull();
					t.column("age", bigint()).check("age >= 0");
					t.column("team_id", bigint()).references("team", "id");
				});
				op.createTable("quest", (t) -> {
					t.column("id", integer()).identity().primaryKey();
					t.column("mood", enumeration(null, "sad", "happy", "somewhere in between the two of them"));
					t.column("reward", numeric(12, 2)).defaultValue(0).notNull();
					t.column("done", bool()).notNull().defaultValue(false);
					t.column("due", timestampWithTimeZone(3)).defaultExpression("current_timestamp");
					t.column("double_reward", numeric(14, 2)).computed("reward * 2");
					t.column("hero_id", integer()).notNull();
					t.constraint("ck_quest_reward").check("reward >= 0 and reward < 1000000 and (done or reward > 1)");
					t.constraint("fk_quest_hero_id_hero").foreignKey("hero_id").references("hero", "id");
				});
				op.createIndex("ix_quest_due_reward_hero_id_done", "quest",
						(i) -> i.column("due", (c) -> c.descending()).columns("reward", "hero_id", "done"));
				op.createView("open_quest", "select id, reward from quest where not done");
			});
		}

	}

}
