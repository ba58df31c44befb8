package dev.migrator.boot.heroes;

import org.springframework.data.repository.CrudRepository;

/**
 * Heroes by Spring Data JDBC.
 */
public interface HeroRowRepository extends CrudRepository<HeroRow, Long> {

}
