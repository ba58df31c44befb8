package dev.migrator.session;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConnectionUrl}.
 */
class ConnectionUrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					jdbc:postgresql://host/db?user=a&password=b | jdbc:postgresql://host/db?user=a&password=b | | |
					JDBC:h2:mem:test | JDBC:h2:mem:test | | |
					postgresql://user:pw@host:5433/db | jdbc:postgresql://host:5433/db | user | pw |
					postgres://user:pw@host/db?sslmode=require&options=-c%20a%3Db | jdbc:postgresql://host/db?sslmode=require&options=-c%20a%3Db | user | pw |
					postgresql+psycopg2://user:pw@host/db | jdbc:postgresql://host/db | user | pw |
					POSTGRES://host/db | jdbc:postgresql://host/db | | |
					postgresql://user@host/db | jdbc:postgresql://host/db | user | |
					postgresql://user:@host/db | jdbc:postgresql://host/db | user | |
					postgresql:///db | jdbc:postgresql:///db | | |
					postgresql://user:p%40ss%2Fw%3Ao%25rd+1@host/db | jdbc:postgresql://host/db | user | p@ss/w:o%rd+1 |
					postgresql://us%20er:a:b@host/db | jdbc:postgresql://host/db | us er | a:b |
					postgresql://user:p@ss@host/db | jdbc:postgresql://host/db | user | p@ss |
					postgresql://user:pw@[2001:db8::1]:5432/db | jdbc:postgresql://[2001:db8::1]:5432/db | user | pw |
					postgresql://user:pw@one:5432,two:5433/db?targetServerType=primary | jdbc:postgresql://one:5432,two:5433/db?targetServerType=primary | user | pw |
					mysql://user:pw@host:3306/db | jdbc:mysql://host:3306/db | user | pw |
					mysql+pymysql://user:pw@host/db?charset=utf8mb4 | jdbc:mysql://host/db?charset=utf8mb4 | user | pw |
					mariadb://user:pw@host/db | jdbc:mariadb://host/db | user | pw |
					h2:mem:test | jdbc:h2:mem:test | | |
					h2:file:./data/app;MODE=PostgreSQL | jdbc:h2:file:./data/app;MODE=PostgreSQL | | |
					sqlite:///./database.db | jdbc:sqlite:./database.db | | |
					sqlite:///database.db | jdbc:sqlite:database.db | | |
					sqlite:////var/lib/database.db | jdbc:sqlite:/var/lib/database.db | | |
					sqlite:///:memory: | jdbc:sqlite::memory: | | |
					sqlite:// | jdbc:sqlite::memory: | | |
					""")
	void readsUrlsAsPeopleHaveThem(String url, String jdbcUrl, @Nullable String username, @Nullable String password) {
		assertThat(ConnectionUrl.parse(url)).isEqualTo(new ConnectionUrl(jdbcUrl, username, password));
	}

	@Test
	void whiteSpaceAroundAUrlDoesNoHarm() {
		assertThat(ConnectionUrl.parse(" postgresql://host/db\n").jdbcUrl()).isEqualTo("jdbc:postgresql://host/db");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "host/db", "oracle://user:geheim@host/db", "oracle://user:geheim/x@host/db",
			"postgresql:user:geheim@host/db", "user:geheim@host/db", "user/geheim@host", "sqlite:file.db",
			"postgresql:db", "postgresql://user:geheim/x@host/db", "postgresql://user:geheim%@host/db",
			"postgresql://user:geheim?x@host/db" })
	void refusesWhatItCannotReadAndKeepsItsSecret(String url) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> ConnectionUrl.parse(url))
			.satisfies((ex) -> {
				assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION);
				assertThat(ex.getMessage()).doesNotContain("geheim");
				assertThat(ex.action()).isNotEmpty();
			});
	}

	@Test
	void showsNoPassword() {
		assertThat(ConnectionUrl.parse("postgresql://user:geheim@host/db?password=geheim")).asString()
			.contains("host/db")
			.doesNotContain("geheim");
	}

}
