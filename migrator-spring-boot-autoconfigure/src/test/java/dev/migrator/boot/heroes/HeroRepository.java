package dev.migrator.boot.heroes;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * Heroes by Spring Data JPA.
 */
public interface HeroRepository extends JpaRepository<Hero, Long> {

}
