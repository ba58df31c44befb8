package dev.migrator.boot.heroes;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The slice of Spring Data JPA has its database upgraded.
 */
@DataJpaTest(showSql = false)
class DataJpaSliceTests {

	@Test
	void findsWhatTheRevisionsBrought(@Autowired HeroRepository heroes) {
		assertThat(heroes.findAll()).extracting(Hero::getName).containsExactly("Deadpond");
		heroes.saveAndFlush(new Hero("Spider-Boy"));
		assertThat(heroes.count()).isEqualTo(2);
	}

}
