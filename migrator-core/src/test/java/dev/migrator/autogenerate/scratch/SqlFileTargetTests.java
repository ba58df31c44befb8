package dev.migrator.autogenerate.scratch;

import java.util.List;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.CreateTable;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SqlFileTarget}.
 */
class SqlFileTargetTests {

	private static final String HEROES = """
			-- the guide's heroes
			create table team (
				id integer primary key,
				name varchar(100) not null unique,
				founded date default current_date
			);
			create table hero (
				id integer primary key,
				name varchar(100) not null check (name <> ''),
				team_id integer references team (id) on delete cascade
			);
			create index ix_hero_name on hero (name);
			create view named as select name from hero;
			""";

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql", "sqlite" })
	void whatTheFileMadeIsEqualToTheFile(String product) {
		try (LiveDatabase database = new LiveDatabase(product)) {
			assertThat(changes(database, HEROES).upgrade()).hasAtLeastOneElementOfType(CreateTable.class);
			assertThat(tables(database)).isEmpty();
			for (String sql : HEROES.replaceFirst("-- .*", "").split(";", -1)) {
				if (!sql.isBlank()) {
					database.execute(sql);
				}
			}
			assertThat(changes(database, HEROES).upgrade()).isEmpty();
		}
	}

	@Test
	void whatPostgresqlMakesBesideAColumnIsEqualToo() {
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			String file = """
					create type mood as enum ('sad', 'happy');
					create sequence badge start with 100;
					create table hero (
						id bigint generated always as identity primary key,
						old_id serial,
						badge bigint default nextval('badge'),
						mood mood not null default 'sad',
						name text,
						names text[] default '{}',
						shout text generated always as (upper(name)) stored
					);
					create unique index on hero (lower(shout)) where badge > 5;
					comment on table hero is 'Who saves; the world';
					""";
			for (String sql : file.strip().split(";\n", -1)) {
				database.execute(sql);
			}
			assertThat(changes(database, file).upgrade()).isEmpty();
			assertThat(
					changes(database, file.replace("start with 100", "start with 7").replace("> 5", "> 6")).upgrade())
				.isNotEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql", "sqlite" })
	void aChangeInTheFileIsFound(String product) {
		try (LiveDatabase database = new LiveDatabase(product)) {
			database.execute("create table hero (id integer primary key, name varchar(50))");
			assertThat(changes(database, "create table hero (id integer primary key, name varchar(50) not null)")
				.upgrade()).singleElement().isInstanceOf(AlterColumn.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql", "sqlite" })
	void aStatementThatFailsIsNamedByItsLine(String product) {
		try (LiveDatabase database = new LiveDatabase(product)) {
			refused(database, "create table hero (id integer);\n\ncreate table hero (id integer);",
					"schema.sql:3: The statement fails in an empty schema");
			refused(database, "create table hero (id integer);\ncommit;", "schema.sql:2: 'commit' begins or ends");
			assertThat(tables(database)).isEmpty();
		}
	}

	@Test
	void whoMayNotCreateSchemasIsToldSo() {
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			database.execute("create role reader_of_files", "set role reader_of_files");
			refused(database, "create table hero (id integer)", "No scratch schema can be made to read schema.sql");
			database.execute("reset role", "drop role reader_of_files");
		}
	}

	private static void refused(LiveDatabase database, String sql, String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> changes(database, sql))
			.withMessageContaining(message);
	}

	private static Changes changes(LiveDatabase database, String sql) {
		return new DatabaseComparison(ComparisonSettings.DEFAULTS, RenameDecision.NEVER)
			.compare(List.of(new SqlFileTarget("schema.sql", sql)), database.dialect(), database.session());
	}

	private static List<?> tables(LiveDatabase database) {
		return database.dialect().reflect(SchemaFilter.DEFAULT, database.session()).tables();
	}

}
