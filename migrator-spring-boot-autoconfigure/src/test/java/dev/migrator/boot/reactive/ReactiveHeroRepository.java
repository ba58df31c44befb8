package dev.migrator.boot.reactive;

import org.springframework.data.r2dbc.repository.R2dbcRepository;

/**
 * Heroes by Spring Data R2DBC.
 */
public interface ReactiveHeroRepository extends R2dbcRepository<Hero, Long> {

}
