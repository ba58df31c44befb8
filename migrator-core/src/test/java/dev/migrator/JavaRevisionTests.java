package dev.migrator;

import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.ChangedPolicy;
import dev.migrator.execution.MigrationFailedException;
import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.script.heroes.Loaded;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Revisions in Java.
 */
class JavaRevisionTests {

	static Stream<Named<DataSource>> databases() {
		return Databases.each("h2", "postgresql", "mariadb", "mysql");
	}

	private static MigratorBuilder heroes(DataSource database) {
		return Migrator.builder().dataSource(database).locations("classpath:dev/migrator/script/heroes");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void classesAreFoundInTheirPackageAndRun(DataSource database) {
		Migrator migrator = heroes(database).build();
		assertThat(migrator.heads()).containsExactly("222bbb");
		migrator.upgrade();
		assertThat(JdbcClient.create(database).sql("select name from hero order by id").query(String.class).list())
			.containsExactly("Deadpond", "Deadpond II");
		assertThat(JdbcClient.create(database).sql("select power from hero where id = 1").query(Integer.class).single())
			.isZero();
	}

	@Test
	void aClassIsNotLoadedBeforeItRuns() {
		DataSource database = Databases.h2();
		Migrator.builder().dataSource(database).locations("classpath:dev/migrator/script/heroes").build().status();
		heroes(database).build().upgrade("111aaa");
		Loaded.NAMES.clear();
		heroes(database).build().upgrade("111aaa");
		assertThat(Loaded.NAMES).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("databases")
	void recompilingAClassIsNoChangeButOtherOperationsAre(DataSource database) {
		builder(database, Before.class).build().upgrade();
		assertThat(builder(database, SameOperations.class).onChanged(ChangedPolicy.FAIL).build().upgrade().steps())
			.isEmpty();
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(builder(database, OtherOperations.class).onChanged(ChangedPolicy.FAIL).build()::upgrade)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CHANGED_REVISION));
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aFailureNamesTheLineOfTheCall(DataSource database) {
		assertThatExceptionOfType(MigrationFailedException.class)
			.isThrownBy(builder(database, Failing.class).build()::upgrade)
			.satisfies((ex) -> assertThat(ex.location()).contains("JavaRevisionTests$Failing (JavaRevisionTests.java:"))
			.withMessageContaining("insert into nowhere");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aMigrationWithoutDowngradeSaysSo(DataSource database) {
		Migrator migrator = builder(database, Before.class).build();
		migrator.upgrade();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator.downgrade("base"))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.IRREVERSIBLE));
		assertThat(migrator.status().current()).containsExactly("same");
	}

	private static MigratorBuilder builder(DataSource database, Class<? extends Migration> type) {
		return Migrator.builder().dataSource(database).locations("classpath:nowhere").migrations(List.of(type));
	}

	@Revision(id = "same", message = "Before")
	static class Before implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("create table hero (id integer)");
		}

	}

	@Revision(id = "same", message = "The same")
	static class SameOperations implements Migration {

		@Override
		public void upgrade(Operations op) {
			String table = "hero";
			op.execute("create table " + table + " (id integer)");
		}

	}

	@Revision(id = "same", message = "Another")
	static class OtherOperations implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("create table hero (id bigint)");
		}

	}

	@Revision(id = "failing", message = "Failing")
	static class Failing implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("create table hero (id integer)");
			op.execute("insert into nowhere values (?)", 1);
		}

	}

}
