package dev.migrator.sample;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The teams in the database.
 */
interface TeamRepository extends ListCrudRepository<Team, Integer> {

	List<Team> findAllByOrderById();

}
