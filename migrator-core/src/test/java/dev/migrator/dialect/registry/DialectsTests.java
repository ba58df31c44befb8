package dev.migrator.dialect.registry;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DialectsTests {

	@ParameterizedTest
	@CsvSource({ "jdbc:postgresql://db:5432/heroes?sslmode=require,postgresql", "jdbc:postgresql:heroes,postgresql",
			"JDBC:PostgreSQL://db/heroes,postgresql", "postgresql://user:pw@db/heroes,postgresql",
			"postgres://db/heroes,postgresql", "postgresql+psycopg://db/heroes,postgresql",
			"jdbc:wrapper:postgresql://db/heroes,postgresql", "r2dbc:pool:postgresql://db/h2,postgresql",
			"jdbc:h2:mem:postgresql,h2", "jdbc:h2:file:./data;MODE=PostgreSQL,h2", "h2:mem:test,h2",
			"' jdbc:h2:~/x ',h2", "jdbc:sqlite:heroes.db,sqlite", "jdbc:sqlite::memory:,sqlite",
			"sqlite:///./heroes.db,sqlite", "jdbc:sqlite:file:h2?mode=memory,sqlite" })
	void aUrlTellsTheDialectWithoutAConnection(String url, String dialect) {
		assertThat(Dialects.ofUrl(url).name()).isEqualTo(dialect);
	}

	@Test
	void aUrlOfAnotherDatabaseIsRefusedWithoutItsPassword() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> Dialects.ofUrl("jdbc:db2://user:geheim@host/postgresql"))
			.withMessageContaining("jdbc:db2:")
			.withMessageContaining("PostgreSQL, H2, SQLite")
			.withMessageNotContaining("geheim")
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.UNSUPPORTED);
	}

}
