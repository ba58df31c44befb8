package dev.migrator.sample.reactive;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
	Flux<HeroView> list(@RequestParam(required = false) @Nullable String name) {
		Flux<Hero> found = (name != null) ? this.heroes.findByHeroNameOrderById(name)
				: this.heroes.findAllByOrderById();
		return found.concatMap(this::view);
	}

	@GetMapping("/{id}")
	Mono<HeroView> get(@PathVariable int id) {
		return this.heroes.findById(id)
			.flatMap(this::view)
			.switchIfEmpty(
					Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no hero " + id)));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<HeroView> create(@Valid @RequestBody NewHero hero) {
		Hero unsaved = new Hero(null, hero.heroName(), hero.secretName(), hero.age(), hero.powerLevel(), hero.teamId());
		Integer teamId = hero.teamId();
		return (teamId != null) ? team(teamId).then(this.heroes.save(unsaved)).flatMap(this::view)
				: this.heroes.save(unsaved).flatMap(this::view);
	}

	private Mono<Team> team(int id) {
		return this.teams.findById(id)
			.switchIfEmpty(
					Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no team " + id)));
	}

	private Mono<HeroView> view(Hero hero) {
		Integer teamId = hero.teamId();
		return (teamId != null) ? this.teams.findById(teamId).map((team) -> HeroView.of(hero, team))
				: Mono.just(HeroView.of(hero, null));
	}

	record NewHero(@NotBlank String heroName, @NotBlank String secretName, @Nullable Integer age,
			@Nullable Integer powerLevel, @Nullable Integer teamId) {

	}

	record HeroView(@Nullable Integer id, String heroName, String secretName, @Nullable Integer age,
			@Nullable Integer powerLevel, @Nullable Team team) {

		static HeroView of(Hero hero, @Nullable Team team) {
			return new HeroView(hero.id(), hero.heroName(), hero.secretName(), hero.age(), hero.powerLevel(), team);
		}

	}

}
