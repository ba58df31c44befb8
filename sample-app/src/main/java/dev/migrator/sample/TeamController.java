package dev.migrator.sample;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

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
	List<TeamView> list() {
		return this.teams.findAllByOrderById().stream().map(TeamView::of).toList();
	}

	@GetMapping("/{id}")
	TeamView get(@PathVariable int id) {
		return this.teams.findById(id)
			.map(TeamView::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no team " + id));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	TeamView create(@Valid @RequestBody NewTeam team) {
		return TeamView.of(this.teams.save(new Team(team.name(), team.headquarters())));
	}

	record NewTeam(@NotBlank String name, @NotBlank String headquarters) {

	}

	record TeamView(@Nullable Integer id, String name, String headquarters) {

		static TeamView of(Team team) {
			return new TeamView(team.getId(), team.getName(), team.getHeadquarters());
		}

	}

}
