package dev.migrator.session;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseInfoTests {

	@ParameterizedTest
	@CsvSource({ "MySQL, 11.4.5-MariaDB, MariaDB, 11, 4", "MySQL, 5.5.5-10.6.12-MariaDB-log, MariaDB, 10, 6",
			"MariaDB, 10.11.2-MariaDB-1:10.11.2+maria~ubu2204, MariaDB, 10, 11", "MySQL, 8.4.0, MySQL, 8, 0",
			"MySQL, 8.0.36-0ubuntu0.22.04.1, MySQL, 8, 0", "PostgreSQL, 17.7 (Debian 17.7-1), PostgreSQL, 8, 0",
			"H2,, H2, 8, 0" })
	void mariadbIsKnownByItsVersionWhateverTheDriverTakesItFor(String product, @Nullable String version, String name,
			int major, int minor) {
		DatabaseInfo told = new DatabaseInfo(product, 8, 0, "jdbc:x", "me");
		assertThat(told.seenThrough(version)).isEqualTo(new DatabaseInfo(name, major, minor, "jdbc:x", "me"));
	}

}
