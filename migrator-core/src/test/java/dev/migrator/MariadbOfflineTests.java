package dev.migrator;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.schema.TableName;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.DatabaseContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a script for MariaDB's client has to be read by, and to keep from.
 */
@ParameterizedClass
@EnumSource(names = { "MARIADB", "MYSQL" })
class MariadbOfflineTests extends OfflineScripts {

	@Parameter
	OfflineDatabase product = OfflineDatabase.MARIADB;

	@Test
	void aScriptDoesNotRunWhileAnotherProcessMigrates() throws SQLException {
		DataSource database = this.product.create();
		String script = script(builder(this.product), this.product,
				(to) -> to.migrator().upgrade("aaa111", to.script()));
		try (SqlSession session = JdbcSession.open(database)) {
			MigrationLock lock = Dialects.of(session.database()).lock(TableName.of("migrator_version"));
			assertThat(lock.tryAcquire(session)).isTrue();
			assertThat(this.product.failure(script, database))
				.containsIgnoringCase("another process is migrating this database");
			lock.release(session);
		}
		this.product.run(script, database);
		try (SqlSession session = JdbcSession.open(database)) {
			assertThat(Dialects.of(session.database()).lock(TableName.of("migrator_version")).holder(session))
				.isEmpty();
		}
	}

	@Test
	void aScriptIsReadAsItWasWrittenWhateverTheServersModeIs() throws SQLException {
		DataSource database = this.product.create();
		String script = script(builder(this.product), this.product,
				(to) -> to.migrator().upgrade("aaa111", to.script()));
		DataSource other = this.product.create();
		this.product.run(script, other);
		this.product.run("set session sql_mode = 'NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES';\n" + script, database);
		assertThat(DatabaseContent.of(database)).isEqualTo(DatabaseContent.of(other));
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			assertThat(statement.execute("do 1")).isFalse();
		}
	}

	@Test
	void aSchemaOfItsOwnIsCreatedAndUsed() throws SQLException {
		String league = "league_" + System.nanoTime();
		DataSource database = this.product.create();
		MigratorBuilder builder = builder(this.product).dataSource(database).schema(league);
		this.product.run(script(builder, this.product, (to) -> to.migrator().upgrade("aaa111", to.script())), database);
		assertThat(DatabaseContent.of(database)).isEmpty();
		assertThat(builder.build().status().current()).containsExactly("aaa111");
		assertThat(builder.build().upgrade("heads").current()).containsExactly("ggg777");
	}

}
