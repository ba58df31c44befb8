package dev.migrator.sample.reactive;

import reactor.core.publisher.Flux;

import org.springframework.data.r2dbc.repository.R2dbcRepository;

/**
 * The heroes in the database.
 */
interface HeroRepository extends R2dbcRepository<Hero, Integer> {

	Flux<Hero> findAllByOrderById();

	Flux<Hero> findByHeroNameOrderById(String heroName);

}
