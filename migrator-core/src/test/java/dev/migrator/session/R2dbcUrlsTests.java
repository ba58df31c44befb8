package dev.migrator.session;

import dev.migrator.error.MigratorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class R2dbcUrlsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					r2dbc:postgresql://localhost:5433/heroes             | jdbc:postgresql://localhost:5433/heroes
					r2dbc:pool:postgresql://localhost/heroes?sslMode=verify-full&schema=a | jdbc:postgresql://localhost/heroes?sslmode=verify-full&currentSchema=a
					r2dbc:mariadb://localhost/heroes?sslMode=trust       | jdbc:mariadb://localhost/heroes?sslMode=trust
					r2dbc:h2:mem:///heroes                               | jdbc:h2:mem:heroes
					r2dbc:h2:mem:///heroes?options=DB_CLOSE_DELAY=-1     | jdbc:h2:mem:heroes;DB_CLOSE_DELAY=-1
					r2dbc:h2:file:///./data/heroes                       | jdbc:h2:file:./data/heroes
					r2dbc:h2:file:////data/heroes                        | jdbc:h2:file:/data/heroes
					r2dbc:h2:tcp://localhost:9092/./heroes               | jdbc:h2:tcp://localhost:9092/./heroes""")
	void aUrlOfR2dbcIsOneOfJdbc(String r2dbc, String jdbc) {
		assertThat(ConnectionUrl.parse(r2dbc).jdbcUrl()).isEqualTo(jdbc);
	}

	@Test
	void userAndPasswordAreTakenOut() {
		ConnectionUrl url = ConnectionUrl.parse("r2dbc:postgresql://hero:s%3Acret@localhost/heroes");
		assertThat(url).isEqualTo(new ConnectionUrl("jdbc:postgresql://localhost/heroes", "hero", "s:cret"));
		assertThat(url.r2dbcUrl()).isEqualTo("r2dbc:postgresql://localhost/heroes");
	}

	@Test
	void whereJdbcHasUserAndPasswordAmongItsOptionsTheyAreTakenOut() {
		ConnectionUrl url = ConnectionUrl
			.parse("jdbc:postgresql://localhost/heroes?user=hero&sslmode=require&password=s%26cret")
			.withLoginApart();
		assertThat(url)
			.isEqualTo(new ConnectionUrl("jdbc:postgresql://localhost/heroes?sslmode=require", "hero", "s&cret"));
		assertThat(new ConnectionUrl("jdbc:postgresql://localhost/heroes?user=hero&password=x", "owner", "y")
			.withLoginApart()).isEqualTo(new ConnectionUrl("jdbc:postgresql://localhost/heroes", "owner", "y"));
		ConnectionUrl plain = ConnectionUrl.parse("h2:mem:heroes");
		assertThat(plain.withLoginApart()).isSameAs(plain);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					postgres://localhost:5433/heroes                     | r2dbc:postgresql://localhost:5433/heroes
					jdbc:postgresql://db/heroes?currentSchema=a&sslmode=require | r2dbc:postgresql://db/heroes?schema=a&sslMode=require
					jdbc:h2:mem:heroes                                   | r2dbc:h2:mem:///heroes
					jdbc:h2:mem:heroes;MODE=MySQL;DB_CLOSE_DELAY=-1      | r2dbc:h2:mem:///heroes?options=MODE%3DMySQL%3BDB_CLOSE_DELAY%3D-1
					jdbc:h2:./data/heroes                                | r2dbc:h2:file:///./data/heroes
					jdbc:h2:file:/data/heroes                            | r2dbc:h2:file:////data/heroes
					jdbc:h2:tcp://localhost/heroes                       | r2dbc:h2:tcp://localhost/heroes""")
	void aUrlOfJdbcIsOneOfR2dbc(String jdbc, String r2dbc) {
		assertThat(ConnectionUrl.parse(jdbc).r2dbcUrl()).isEqualTo(r2dbc);
	}

	@Test
	void whatR2dbcHasNoDriverForIsRefused() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> ConnectionUrl.parse("sqlite:///heroes.db").r2dbcUrl())
			.withMessageContaining("'jdbc:sqlite:heroes.db'");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> ConnectionUrl.parse("r2dbc:mssql://localhost/heroes"))
			.withMessageContaining("of no form that is known");
	}

}
