package dev.migrator;

import java.nio.file.Path;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.MigratorException;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Migrations in a schema of their own.
 */
class SchemaTests {

	@TempDir
	Path folder;

	// On MariaDB a schema is one of the whole server.
	private final String league = "league_" + System.nanoTime();

	private final String other = "other_" + System.nanoTime();

	private RevisionFolder revisions;

	@BeforeEach
	void setUp() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", "create table hero (id integer primary key);", "drop table hero;");
	}

	static Stream<Named<DataSource>> databases() {
		return Databases.each("h2", "postgresql", "mariadb", "mysql");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void theSchemaIsCreatedAndHasTheTablesOfTheRevisionsAndThoseOfMigrator(DataSource database) {
		Migrator migrator = this.revisions.builder(database).schema(this.league).build();
		migrator.upgrade();
		assertThat(count(database, this.league + ".hero")).isZero();
		assertThat(count(database, this.league + ".migrator_version")).isOne();
		assertThat(count(database, this.league + ".migrator_history")).isOne();
		assertThat(migrator.status().current()).containsExactly("aaa111");
		assertThat(migrator.downgrade("base").current()).isEmpty();
		assertThat(migrator.upgrade().current()).containsExactly("aaa111");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aTableThatNamesItsSchemaStaysThere(DataSource database) {
		JdbcClient.create(database).sql("create schema " + this.other).update();
		this.revisions.builder(database).schema(this.league).historyTable(this.other + ".history").build().upgrade();
		assertThat(count(database, this.league + ".migrator_version")).isOne();
		assertThat(count(database, this.other + ".history")).isOne();
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aPooledConnectionGetsItsSchemaBack(DataSource database) {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(database);
			pool.setMaximumPoolSize(1);
			String before = schema(pool);
			this.revisions.builder(pool).schema(this.league).build().upgrade();
			assertThat(schema(pool)).isEqualTo(before);
			this.revisions.write("bbb222", "aaa111", "create nonsense;", "");
			assertThatExceptionOfType(MigratorException.class)
				.isThrownBy(() -> this.revisions.builder(pool).schema(this.league).build().upgrade());
			assertThat(schema(pool)).isEqualTo(before);
		}
	}

	@Test
	void onPostgresqlTheSearchPathComesBackAsItWas() {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(Databases.postgresql());
			pool.setMaximumPoolSize(1);
			pool.setConnectionInitSql("set search_path to \"$user\", extra, public");
			this.revisions.builder(pool).schema(this.league).build().upgrade();
			assertThat(JdbcClient.create(pool).sql("show search_path").query(String.class).single())
				.isEqualTo("\"$user\", extra, public");
		}
	}

	@Test
	void onPostgresqlAFailureLeavesNoSchemaBehind() {
		DataSource database = Databases.postgresql();
		this.revisions.write("aaa111", "", "create nonsense;", "");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.revisions.builder(database).schema(this.league).build().upgrade());
		assertThat(JdbcClient.create(database)
			.sql("select count(*) from pg_namespace where nspname = ?")
			.param(this.league)
			.query(Integer.class)
			.single()).isZero();
	}

	private static String schema(DataSource dataSource) {
		try (SqlSession session = JdbcSession.open(dataSource)) {
			return Dialects.of(session.database()).currentSchema(session);
		}
	}

	private static long count(DataSource database, String table) {
		return JdbcClient.create(database).sql("select count(*) from " + table).query(Long.class).single();
	}

}
