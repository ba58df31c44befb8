package dev.migrator.boot.heroes;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The slice of Spring Data JDBC has its database upgraded.
 */
@DataJdbcTest
class DataJdbcSliceTests {

	@Test
	void findsWhatTheRevisionsBrought(@Autowired HeroRowRepository heroes) {
		assertThat(heroes.findAll()).extracting(HeroRow::name).containsExactly("Deadpond");
		heroes.save(new HeroRow(null, "Spider-Boy"));
		assertThat(heroes.count()).isEqualTo(2);
	}

}
