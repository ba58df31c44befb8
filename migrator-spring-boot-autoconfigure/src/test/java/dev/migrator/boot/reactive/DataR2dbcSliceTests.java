package dev.migrator.boot.reactive;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.r2dbc.test.autoconfigure.DataR2dbcTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The slice of Spring Data R2DBC has its database upgraded, which no JDBC leads to.
 */
@DataR2dbcTest(properties = { "spring.r2dbc.url=h2:mem:slice;DB_CLOSE_DELAY=-1" })
class DataR2dbcSliceTests {

	@Test
	void findsWhatTheRevisionsBrought(@Autowired ReactiveHeroRepository heroes) {
		assertThat(heroes.findAll().map(Hero::name).collectList().block()).containsExactly("Deadpond");
		heroes.save(new Hero(null, "Spider-Boy")).block();
		assertThat(heroes.count().block()).isEqualTo(2);
	}

	@Test
	void migratesOverR2dbc(@Autowired Migrator migrator, @Autowired ObjectProvider<DataSource> dataSources) {
		assertThat(dataSources).isEmpty();
		assertThat(migrator.dataSource()).isNull();
	}

}
