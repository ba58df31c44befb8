package dev.migrator.sample;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.ListCrudRepository;

/**
 * The heroes in the database.
 */
interface HeroRepository extends ListCrudRepository<Hero, Integer> {

	@Override
	@EntityGraph(attributePaths = "team")
	Optional<Hero> findById(Integer id);

	@EntityGraph(attributePaths = "team")
	List<Hero> findAllByOrderById();

	@EntityGraph(attributePaths = "team")
	List<Hero> findByHeroNameOrderById(String heroName);

}
