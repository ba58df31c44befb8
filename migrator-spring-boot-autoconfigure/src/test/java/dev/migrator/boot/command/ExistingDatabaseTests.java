package dev.migrator.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.boot.autoconfigure.AutogenerateAutoConfiguration;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.boot.test.NewDatabases;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Table;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database that was there before the first revision.
 */
class ExistingDatabaseTests {

	@TempDir
	private Path folder;

	private CommandResult run(SimpleDriverDataSource database, String... words) {
		List<String> arguments = new ArrayList<>(List.of("--spring.datasource.url=" + database.getUrl(),
				"--spring.datasource.username=" + database.getUsername(),
				"--migrator.locations=file:" + this.folder.resolve("revisions"), "--migrator.script.heads-file=false",
				"migrator"));
		arguments.addAll(List.of(words));
		return CommandResult.run(new SpringApplicationBuilder(Bare.class).web(WebApplicationType.NONE).build(),
				arguments.toArray(String[]::new));
	}

	private CommandResult generate(SimpleDriverDataSource database, String message) {
		return run(database, "revision", "--autogenerate", "--from-database", "--sql-file", "-m", message);
	}

	private String written(String slug) throws IOException {
		try (Stream<Path> files = Files.list(this.folder.resolve("revisions"))) {
			Path file = files.filter((path) -> path.toString().endsWith(slug + ".sql")).findFirst().orElseThrow();
			return Files.readString(file);
		}
	}

	private static Schema schema(DataSource database) {
		try (SqlSession session = JdbcSession.open(database)) {
			Dialect dialect = Dialects.of(session.database());
			Schema all = dialect.reflect(SchemaFilter.DEFAULT, session);
			List<Table> tables = all.tables()
				.stream()
				.filter((table) -> !table.name().name().toLowerCase(Locale.ROOT).startsWith("migrator_"))
				.toList();
			return new Schema(all.schemas(), tables, all.sequences(), all.enums(), all.composites(), all.views(),
					all.routines(), all.triggers());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "h2", "mariadb", "sqlite" })
	void becomesTheFirstRevisionAndIsMadeAnewByIt(String product) throws SQLException, IOException {
		SimpleDriverDataSource existing = NewDatabases.create(product, this.folder);
		JdbcClient client = JdbcClient.create(existing);
		List<String> statements = new ArrayList<>(List.of(
				"create table team (id integer primary key, name varchar(40) not null, constraint uq_team unique (name))",
				"create table hero (id integer primary key, name varchar(40) default 'it''s', team_id integer, "
						+ "constraint fk_team foreign key (team_id) references team (id) on delete cascade, "
						+ "constraint ck_name check (name <> ''))",
				"create index ix_hero_name on hero (name)",
				"create view heroes as select id, name from hero where team_id is not null",
				"create table flyway_schema_history (installed_rank integer primary key)"));
		if (product.equals("postgresql")) {
			statements.addAll(List.of("create type mood as enum ('sad', 'happy')",
					"alter table hero add column feels mood default 'happy'",
					"alter table hero add column no bigserial",
					"create function nothing() returns trigger language plpgsql as 'begin return new; end'",
					"create trigger t before insert on hero for each row execute function nothing()"));
		}
		statements.forEach((sql) -> client.sql(sql).update());
		Schema before = schema(existing);
		Files.createDirectories(this.folder.resolve("revisions"));
		assertThat(generate(existing, "Begin").done().out()).contains("Wrote ",
				"The database has all of it already: tell it so by 'migrator stamp heads'.");
		assertThat(written("begin")).contains("create table team (", "create view heroes as", "drop table hero")
			.doesNotContain("flyway");
		SimpleDriverDataSource fresh = NewDatabases.create(product, this.folder);
		run(fresh, "upgrade").done();
		JdbcClient.create(fresh)
			.sql("create table flyway_schema_history (installed_rank integer primary key)")
			.update();
		assertThat(schema(fresh)).isEqualTo(before);
		run(existing, "stamp", "heads").done();
		assertThat(generate(existing, "Again").done().out())
			.contains("No new upgrade operations detected; nothing is written.");
	}

	@Test
	void whatWasDoneByHandIsBroughtIntoARevision() throws SQLException, IOException {
		SimpleDriverDataSource database = NewDatabases.create("postgresql", this.folder);
		Path revisions = Files.createDirectories(this.folder.resolve("revisions"));
		Files.writeString(revisions.resolve("aaa111_add_hero.sql"), """
				-- revision: aaa111
				-- message: Add hero
				-- migrator:upgrade
				create table hero (id integer primary key, name varchar(40));
				-- migrator:downgrade
				drop table hero;
				""");
		assertThat(generate(database, "Too early").error()).contains("Run 'migrator upgrade' first.");
		run(database, "upgrade").done();
		JdbcClient.create(database).sql("create index ix_hotfix on hero (name)").update();
		generate(database, "Hotfix").done();
		assertThat(written("hotfix")).contains("-- down-revision: aaa111", "create index ix_hotfix on hero (name);",
				"drop index ix_hotfix;");
	}

	@Test
	void onlyOneOfBothIsComparedWith() throws SQLException {
		assertThat(run(NewDatabases.create("h2", this.folder), "revision", "--autogenerate", "--from-database",
				"--from-revisions")
			.err()).contains("--from-revisions and --from-database do not go together.");
		assertThat(run(NewDatabases.create("h2", this.folder), "revision", "--from-database").err())
			.contains("--from-database is for --autogenerate only.");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class,
			AutogenerateAutoConfiguration.class })
	static class Bare {

	}

}
