package dev.migrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.RevisionRange;
import dev.migrator.revision.SquashRange;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.script.draft.RevisionDrafts;
import dev.migrator.script.draft.SquashSource;
import dev.migrator.script.source.RevisionFormat;
import dev.migrator.script.writing.RevisionPlace;
import dev.migrator.script.writing.RevisionWriter;
import dev.migrator.script.writing.ScriptSettings;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A range is replaced by one revision that is proven to do the same.
 */
class SquashProofTests {

	@TempDir
	private Path directory;

	private RevisionFolder folder;

	@BeforeEach
	void writeRevisions() {
		this.folder = new RevisionFolder(this.directory);
		this.folder.write("aaa1", "", "create table hero (id integer, name varchar(${length}));", "drop table hero;");
		this.folder.write("bbb2", "aaa1", "alter table hero add column age integer;\ncreate index ix on hero (age);",
				"""
						drop index ix;
						alter table hero drop column age;
						-- migrator:downgrade mariadb
						alter table hero drop column age;
						-- migrator:downgrade mysql
						alter table hero drop column age;""");
		this.folder.write("ccc3", "bbb2", "alter table hero rename column name to hero_name;",
				"alter table hero rename column hero_name to name;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql", "sqlite", "mariadb", "mysql" })
	void whatIsWrittenDoesTheSameAndReplacesTheRange(String kind) {
		Migrator migrator = migrator(kind);
		SquashRange range = range(migrator, ":");
		RevisionDraft draft = draft(migrator, range, kind);
		RevisionWriter writer = writer(migrator);
		RevisionPlace place = writer.place(draft, null, RevisionFormat.SQL);
		String sql = writer.source(draft, place);
		assertThat(sql).contains("-- replaces: aaa1, bbb2, ccc3").contains("varchar(${length})");
		new SquashProof(migrator, place.fileName(), sql, sessions(kind), sessions(kind)).run(range, draft.header(),
				true);
		writer.write(draft, place);
		DataSource database = database(kind);
		Migrator squashed = builder(database).build();
		squashed.upgrade();
		assertThat(squashed.status().current()).containsExactly(draft.header().id());
	}

	private static SessionFactory sessions(String kind) {
		DataSource database = database(kind);
		return () -> JdbcSession.open(database);
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql", "sqlite", "mariadb", "mysql" })
	void anotherSchemaIsNoProof(String kind) {
		Migrator migrator = migrator(kind);
		SquashRange range = range(migrator, "bbb2:ccc3");
		RevisionDraft draft = draft(migrator, range, kind);
		String sql = """
				-- revision: %s
				-- down-revision: aaa1
				-- replaces: bbb2, ccc3
				-- migrator:upgrade
				alter table hero rename column name to hero_name;
				""".formatted(draft.header().id());
		SquashProof proof = new SquashProof(migrator, draft.header().id() + ".sql", sql, sessions(kind),
				sessions(kind));
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> proof.run(range, draft.header(), false))
			.withMessageContaining("another schema than the revisions bbb2 to ccc3")
			.withMessageContainingAll("Only they make:", "Only it makes: nothing");
	}

	@Test
	void aRangeWithARevisionThatCannotBeDowngradedHasNoWayBackEither() throws IOException {
		Files.writeString(this.directory.resolve("ddd4_add_team.sql"), """
				-- revision: ddd4
				-- down-revision: ccc3
				-- migrator:upgrade
				create table team (id integer);
				""");
		Migrator migrator = migrator("h2");
		RevisionDraft draft = draft(migrator, range(migrator, "ccc3:ddd4"), "h2");
		String sql = writer(migrator).source(draft, writer(migrator).place(draft, null, RevisionFormat.SQL));
		assertThat(draft.reversible()).isFalse();
		assertThat(sql).contains("create table team").doesNotContain("migrator:downgrade");
	}

	@Test
	void whatAsksTheDatabaseCannotBeSquashed() {
		Migrator migrator = Migrator.builder()
			.dataSource(Databases.h2())
			.locations("classpath:dev/migrator/script/heroes")
			.build();
		SquashRange range = range(migrator, ":");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> draft(migrator, range, "h2"))
			.withMessageContaining("cannot be squashed")
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.UNSUPPORTED);
	}

	@Test
	void whatSqliteDoesByCopyingATableIsToldByTheSchemaThatTheRangeFinds() {
		this.folder.write("aaa111", "", """
				create table team (id integer primary key, name text);
				create table hero (id integer primary key, team_id integer references team (id) on delete cascade);
				insert into team values (1, 'Preventers'), (2, 'Z-Force');
				insert into hero values (1, 1), (2, 2);
				""", "drop table hero;\ndrop table team;");
		Migrator migrator = builder(database("sqlite")).migrations(List.of(SqliteTests.Copying.class)).build();
		SquashRange range = range(migrator, "aaa111:copying");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> draft(migrator, range, "sqlite"))
			.withMessageContaining("SQLite does this by copying the table 'team'");
		SquashSource source = new SquashSource(migrator.scripts(), List.of(Dialects.named("sqlite")), List.of());
		assertThat(source.dependsOnSchema(range)).isTrue();
		RevisionDraft draft;
		try (SqlSession empty = JdbcSession.open(database("sqlite"))) {
			draft = source.fill(new RevisionDrafts(migrator.scripts().graph(), Clock.systemUTC()).squash(range, "",
					null, source.isTransactional(range)), range, empty);
		}
		RevisionWriter writer = writer(migrator);
		RevisionPlace place = writer.place(draft, null, RevisionFormat.SQL);
		String sql = writer.source(draft, place);
		assertThat(draft.reversible()).isTrue();
		assertThat(sql).contains("pragma foreign_keys = off;", "create table \"_migrator_new_team\"",
				"constraint uq_team_name unique (name)");
		new SquashProof(migrator, place.fileName(), sql, sessions("sqlite"), sessions("sqlite")).run(range,
				draft.header(), true);
		this.folder.write(place.fileName(), sql);
		DataSource database = database("sqlite");
		builder(database).migrations(List.of(SqliteTests.Copying.class)).build().upgrade(draft.header().id());
		assertThat(JdbcClient.create(database)
			.sql("select count(*) from hero join team on team.id = team_id where team.name like '%!'")
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void aPlaceholderCannotGetIntoTheCopyOfATable() {
		Migrator migrator = migrator("sqlite");
		SquashSource source = new SquashSource(migrator.scripts(), List.of(Dialects.named("sqlite")),
				List.of("length"));
		SquashRange range = range(migrator, ":");
		assertThat(source.dependsOnSchema(range)).isFalse();
		RevisionDraft empty = new RevisionDrafts(migrator.scripts().graph(), Clock.systemUTC()).squash(range, "", null,
				true);
		try (SqlSession database = JdbcSession.open(database("sqlite"))) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> source.fill(empty, range, database))
				.withMessageContaining("It has the placeholder ${length}, whose value would get into the copies");
		}
	}

	private static SquashRange range(Migrator migrator, String range) {
		return SquashRange.of(migrator.scripts().graph(), RevisionRange.parse(range));
	}

	private static RevisionDraft draft(Migrator migrator, SquashRange range, String kind) {
		SquashSource source = new SquashSource(migrator.scripts(), List.of(Dialects.named(kind)), List.of("length"));
		RevisionDrafts drafts = new RevisionDrafts(migrator.scripts().graph(), Clock.systemUTC());
		return source.fill(drafts.squash(range, "", null, source.isTransactional(range)), range, null);
	}

	private RevisionWriter writer(Migrator migrator) {
		ScriptSettings settings = ScriptSettings.defaults(this.directory, List.of("file:" + this.directory));
		return new RevisionWriter(settings, migrator.scripts(), System.err);
	}

	private Migrator migrator(String kind) {
		return builder(database(kind)).build();
	}

	private MigratorBuilder builder(DataSource database) {
		return Migrator.builder()
			.dataSource(database)
			.placeholders(Map.of("length", "20"))
			.locations("file:" + this.directory);
	}

	private static DataSource database(String kind) {
		return Databases.of(kind);
	}

}
