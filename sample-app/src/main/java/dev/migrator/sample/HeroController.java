package dev.migrator.sample;

import java.util.List;

import dev.migrator.sample.TeamController.TeamView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Heroes over HTTP.
 */
@RestController
@RequestMapping("/heroes")
class HeroController {

	private final HeroRepository heroes;

	private final TeamRepository teams;

	HeroController(HeroRepository heroes, TeamRepository teams) {
		this.heroes = heroes;
		this.teams = teams;
	}

	@GetMapping
	List<HeroView> list(@RequestParam(required = false) @Nullable String name) {
		List<Hero> found = (name != null) ? this.heroes.findByHeroNameOrderById(name)
				: this.heroes.findAllByOrderById();
		return found.stream().map(HeroView::of).toList();
	}

	@GetMapping("/{id}")
	HeroView get(@PathVariable int id) {
		return this.heroes.findById(id)
			.map(HeroView::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no hero " + id));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	HeroView create(@Valid @RequestBody NewHero hero) {
		Team team = (hero.teamId() != null) ? team(hero.teamId()) : null;
		return HeroView
			.of(this.heroes.save(new Hero(hero.heroName(), hero.secretName(), hero.age(), hero.powerLevel(), team)));
	}

	private Team team(int id) {
		return this.teams.findById(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no team " + id));
	}

	record NewHero(@NotBlank String heroName, @NotBlank String secretName, @Nullable Integer age,
			@Nullable Integer powerLevel, @Nullable Integer teamId) {

	}

	record HeroView(@Nullable Integer id, String heroName, String secretName, @Nullable Integer age,
			@Nullable Integer powerLevel, @Nullable TeamView team) {

		static HeroView of(Hero hero) {
			Team team = hero.getTeam();
			return new HeroView(hero.getId(), hero.getHeroName(), hero.getSecretName(), hero.getAge(),
					hero.getPowerLevel(), (team != null) ? TeamView.of(team) : null);
		}

	}

}
