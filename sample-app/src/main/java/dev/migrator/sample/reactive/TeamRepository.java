package dev.migrator.sample.reactive;

import reactor.core.publisher.Flux;

import org.springframework.data.r2dbc.repository.R2dbcRepository;

/**
 * The teams in the database.
 */
interface TeamRepository extends R2dbcRepository<Team, Integer> {

	Flux<Team> findAllByOrderById();

}
