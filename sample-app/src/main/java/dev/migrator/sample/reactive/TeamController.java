package dev.migrator.sample.reactive;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Teams over HTTP.
 */
@RestController
@RequestMapping("/teams")
class TeamController {

	private final TeamRepository teams;

	TeamController(TeamRepository teams) {
		this.teams = teams;
	}

	@GetMapping
	Flux<Team> list() {
		return this.teams.findAllByOrderById();
	}

	@GetMapping("/{id}")
	Mono<Team> get(@PathVariable int id) {
		return this.teams.findById(id)
			.switchIfEmpty(
					Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no team " + id)));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Team> create(@Valid @RequestBody NewTeam team) {
		return this.teams.save(new Team(null, team.name(), team.headquarters()));
	}

	record NewTeam(@NotBlank String name, @NotBlank String headquarters) {

	}

}
