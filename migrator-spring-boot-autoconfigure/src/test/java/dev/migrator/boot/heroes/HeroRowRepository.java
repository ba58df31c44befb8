package dev.migrator.boot.heroes;

import org.springframework.data.repository.ListCrudRepository;

/**
 * Heroes by Spring Data JDBC.
 */
public interface HeroRowRepository extends ListCrudRepository<HeroRow, Long> {

}
