package dev.migrator.boot.docker.compose;

import java.util.Objects;

import dev.migrator.boot.MigratorConnectionDetails;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link R2dbcAdaptingMigratorConnectionDetailsFactory}.
 */
class R2dbcAdaptingMigratorConnectionDetailsFactoryTests {

	private final R2dbcConnectionDetails known = () -> ConnectionFactoryOptions
		.parse("r2dbc:postgresql://heroes:geheim@compose:5433/heroes");

	@Test
	void whatIsKnownForR2dbcServesMigrationsWhereThereIsNoJdbc() {
		MigratorConnectionDetails details = Objects
			.requireNonNull(new R2dbcAdaptingMigratorConnectionDetailsFactory(false).getConnectionDetails(this.known));
		assertThat(details.getJdbcUrl()).isEqualTo("jdbc:postgresql://compose:5433/heroes");
		assertThat(details.getUsername()).isEqualTo("heroes");
		assertThat(details.getPassword()).isEqualTo("geheim");
	}

	// Docker Compose would register two beans of one name.
	@Test
	void whereThereIsJdbcItsDetailsAreTheOnlyOnes() {
		assertThat(new ConnectionDetailsFactories(getClass().getClassLoader()).getConnectionDetails(this.known, false))
			.doesNotContainKey(MigratorConnectionDetails.class);
	}

}
