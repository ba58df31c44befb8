package dev.migrator;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.RevisionDetails;
import dev.migrator.operation.Operations;
import dev.migrator.schema.Types;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Looking at one revision.
 */
class ShowTests {

	@TempDir
	Path folder;

	private MigratorBuilder builder;

	private RevisionFolder revisions;

	@BeforeEach
	void setUp() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", "create table hero (id integer);\ninsert into hero values (1);",
				"drop table hero;");
		this.builder = this.revisions.builder(Databases.h2())
			.migrations(List.of(Plain.class, Asking.class, Collaborating.class));
	}

	@Test
	void aRevisionInSqlShowsItsStatements() {
		Migrator migrator = this.builder.build();
		assertThat(migrator.show("aaa").applied()).isFalse();
		migrator.upgrade("aaa111");
		RevisionDetails details = migrator.show("aaa");
		assertThat(details.info().id()).isEqualTo("aaa111");
		assertThat(details.location()).endsWith("aaa111_test.sql");
		assertThat(details.applied()).isTrue();
		assertThat(details.upgrade()).containsExactly("create table hero (id integer)", "insert into hero values (1)");
		assertThat(details.downgrade()).containsExactly("drop table hero");
		assertThat(details.note()).isNull();
	}

	@ParameterizedTest
	@MethodSource("databases")
	void placeholdersAreShownAsTheyWereWritten(DataSource database) {
		this.revisions.write("eee555", "aaa111",
				"insert into ${table} values (1);\nselect '${secret}', \"${secret}\", ${number};",
				"delete from ${table};");
		RevisionDetails details = this.revisions.builder(database)
			.placeholders(Map.of("table", "hero", "secret", "geheim", "number", "2"))
			.build()
			.show("eee555");
		assertThat(details.upgrade()).containsExactly("insert into ${table} values (1)",
				"select '${secret}', \"${secret}\", ${number}");
		assertThat(details.downgrade()).containsExactly("delete from ${table}");
		assertThat(details.note()).isNull();
	}

	static Stream<Named<DataSource>> databases() {
		return Databases.each("h2", "postgresql", "mariadb", "mysql");
	}

	@Test
	void aRevisionInJavaShowsWhatItWouldSay() {
		RevisionDetails details = this.builder.build().show("bbb222");
		assertThat(details.location()).isEqualTo(Plain.class.getName());
		assertThat(details.upgrade()).hasSize(2);
		assertThat(details.upgrade().get(0)).startsWith("create table team");
		assertThat(details.upgrade().get(1)).startsWith("insert into team")
			.contains("'Z''s?'")
			.contains("2026-01-15")
			.contains("null");
		assertThat(details.downgrade()).containsExactly("drop table team");
		assertThat(details.note()).isNull();
	}

	@Test
	void aRevisionThatAsksTheDatabaseShowsWhatComesBefore() {
		RevisionDetails details = this.builder.build().show("ccc333");
		assertThat(details.upgrade()).containsExactly("delete from team where 1 = 2");
		assertThat(details.downgrade()).isEmpty();
		assertThat(details.note()).contains("depends on what is in the database").contains("cannot be downgraded");
	}

	@Test
	void aRevisionThatTakesBeansIsNotRunToShowIt() {
		RevisionDetails details = this.builder.build().show("ddd444");
		assertThat(details.upgrade()).isEmpty();
		assertThat(details.note()).isEqualTo("Its class takes beans, so that what it does is seen when it runs.");
	}

	@Test
	void aRevisionOnlyOfTheHistoryShowsNoStatements() {
		DataSource database = Databases.h2();
		this.revisions.builder(database).migrations(List.of(Plain.class)).build().upgrade();
		RevisionDetails details = this.revisions.builder(database).build().show("bbb222");
		assertThat(details.location()).isNull();
		assertThat(details.applied()).isTrue();
		assertThat(details.note()).contains("another version");
	}

	@Test
	void aSymbolMustNameOneRevision() {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.builder.build().show("base"))
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.NOT_FOUND);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.builder.build().show("nowhere"))
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.NOT_FOUND);
	}

	@Revision(id = "bbb222", downRevision = "aaa111")
	static class Plain implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createTable("team", (t) -> {
				t.column("id", Types.integer()).notNull();
				t.column("name", Types.varchar());
				t.column("founded", Types.date());
				t.column("ended", Types.date());
			});
			op.insert(table("team"))
				.set("id", 1)
				.set("name", "Z's?")
				.set("founded", LocalDate.parse("2026-01-15"))
				.set("ended", null);
		}

		@Override
		public void downgrade(Operations op) {
			op.dropTable("team");
		}

	}

	@Revision(id = "ccc333", downRevision = "bbb222")
	static class Asking implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("delete from team where 1 = 2");
			op.query("select id from team");
		}

	}

	@Revision(id = "ddd444", downRevision = "ccc333")
	static class Collaborating implements Migration {

		Collaborating(Runnable collaborator) {
			collaborator.run();
		}

		@Override
		public void upgrade(Operations op) {
			throw new AssertionError("It must not run");
		}

	}

}
