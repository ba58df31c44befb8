package dev.migrator.sample;

import java.util.List;

import dev.migrator.sample.HeroController.HeroView;
import dev.migrator.sample.HeroController.NewHero;
import dev.migrator.sample.TeamController.NewTeam;
import dev.migrator.sample.TeamController.TeamView;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application does over HTTP on each database.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class HeroesContract {

	private static final String MIGRATOR = "$.contexts.heroes.migrators.migrator";

	private final String database;

	@LocalServerPort
	private int port;

	private RestTestClient client = RestTestClient.bindToServer().build();

	HeroesContract(String database) {
		this.database = database;
	}

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
	}

	@Test
	void heroesJoinTeams() {
		TeamView team = create("/teams", new NewTeam("Preventers", "Sharp Tower"), TeamView.class);
		HeroView hero = create("/heroes", new NewHero("Rusty-Man", "Tommy Sharp", 48, 7, team.id()), HeroView.class);
		create("/heroes", new NewHero("Deadpond", "Dive Wilson", null, null, null), HeroView.class);
		assertThat(hero.id()).isNotNull();
		assertThat(hero.team()).isEqualTo(team);
		this.client.get().uri("/heroes/{id}", hero.id()).exchange().expectBody(HeroView.class).isEqualTo(hero);
		this.client.get().uri("/teams/{id}", team.id()).exchange().expectBody(TeamView.class).isEqualTo(team);
		this.client.get().uri("/heroes").exchange().expectBody(new ParameterizedTypeReference<List<HeroView>>() {
		}).value((heroes) -> assertThat(heroes).extracting(HeroView::heroName).contains("Rusty-Man", "Deadpond"));
		this.client.get()
			.uri("/heroes?name={name}", "Rusty-Man")
			.exchange()
			.expectBody(new ParameterizedTypeReference<List<HeroView>>() {
			})
			.value((heroes) -> assertThat(heroes).containsExactly(hero));
	}

	private <T> T create(String path, Object body, Class<T> type) {
		T created = this.client.post()
			.uri(path)
			.body(body)
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(type)
			.returnResult()
			.getResponseBody();
		assertThat(created).isNotNull();
		return created;
	}

	@Test
	void whatIsNotThereIsNotFound() {
		this.client.get().uri("/heroes/4711").exchange().expectStatus().isNotFound();
		this.client.get().uri("/teams/4711").exchange().expectStatus().isNotFound();
	}

	@Test
	void aHeroWithoutNameOrInAnUnknownTeamIsRefused() {
		this.client.post()
			.uri("/heroes")
			.body(new NewHero("", "Dive Wilson", null, null, null))
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.BAD_REQUEST);
		this.client.post()
			.uri("/heroes")
			.body(new NewHero("Deadpond", "Dive Wilson", null, null, 4711))
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.BAD_REQUEST);
	}

	@Test
	void theEndpointTellsWhatTheDatabaseIsAt() {
		this.client.get()
			.uri("/actuator/migrations")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath(MIGRATOR + ".database")
			.value((value) -> assertThat(String.valueOf(value)).containsIgnoringCase(this.database))
			.jsonPath(MIGRATOR + ".state")
			.isEqualTo("up-to-date")
			.jsonPath(MIGRATOR + ".current")
			.isEqualTo(Databases.HEAD)
			.jsonPath(MIGRATOR + ".heads")
			.isEqualTo(Databases.HEAD)
			.jsonPath(MIGRATOR + ".pending")
			.isEmpty()
			.jsonPath(MIGRATOR + ".history[*].revision")
			.value((revisions) -> assertThat(revisions).asInstanceOf(InstanceOfAssertFactories.LIST)
				.isEqualTo(Databases.REVISIONS));
	}

}
