package dev.migrator.boot.actuate;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.actuate.WebApplication.Answer;
import dev.migrator.boot.test.Applications;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigrationsEndpoint} with several contexts and several migrators, some
 * of which cannot tell how their database stands.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationsEndpointContextsTests {

	private final WebApplication application = WebApplication.start(
			new SpringApplicationBuilder(ParentConfiguration.class).web(WebApplicationType.NONE)
				.child(WebApplication.Application.class, ChildConfiguration.class)
				.web(WebApplicationType.SERVLET),
			"migrator.on-startup=none", "spring.application.name=child",
			"management.endpoint.migrations.access=unrestricted");

	private final String child = String.valueOf(this.application.context().getId());

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void theMigratorsOfTheParentAreShownToo() {
		JsonNode contexts = this.application.get("").at("/contexts");
		assertThat(contexts).hasSize(2);
		JsonNode own = contexts.get(this.child);
		assertThat(own.get("migrators").propertyNames()).containsExactlyInAnyOrder("unreachable", "unknown");
		JsonNode parent = contexts.get(own.get("parentId").asString());
		assertThat(parent.propertyNames()).containsExactly("migrators");
		assertThat(parent.get("migrators").propertyNames()).containsExactly("shared");
		assertThat(parent.at("/migrators/shared/state").asString()).isEqualTo("up-to-date");
	}

	@Test
	void aDatabaseThatIsNotThereHasAnErrorInPlaceOfItsState() {
		JsonNode migrator = migrator("unreachable");
		assertThat(migrator.propertyNames()).containsExactly("current", "heads", "pending", "history", "error");
		assertThat(migrator.at("/error/error").asString()).isEqualTo("database");
		assertThat(migrator.at("/error/message").asString()).startsWith("There is no connection to the database: ")
			.doesNotContain("geheim");
		assertThat(migrator.at("/heads/0").asString()).isEqualTo(Applications.HEAD);
	}

	@Test
	void anUnknownRevisionIsAnErrorInPlaceOfTheState() {
		JsonNode migrator = migrator("unknown");
		assertThat(migrator.at("/error/error").asString()).isEqualTo("unknown-revision");
		assertThat(migrator.at("/error/message").asString()).contains("fff999");
		assertThat(migrator.get("state")).isNull();
	}

	@Test
	void oneRevisionIsShownAsOneMigratorKnowsIt() {
		Answer shared = this.application.get("/1975?migrator=shared");
		assertThat(shared.status()).isEqualTo(200);
		assertThat(shared.at("/revision/applied").asBoolean()).isTrue();
		Answer unreachable = this.application.get("/1975?migrator=unreachable");
		assertThat(unreachable.status()).isEqualTo(503);
		assertThat(unreachable.text("/error")).isEqualTo("database");
		Answer unknown = this.application.get("/1975?migrator=unknown");
		assertThat(unknown.status()).isEqualTo(409);
		assertThat(unknown.text("/error")).isEqualTo("unknown-revision");
	}

	@Test
	void amongSeveralTheMigratorMustBeNamed() {
		assertThat(this.application.post("{'command':'upgrade'}").status()).isEqualTo(400);
		assertThat(this.application.post("{'command':'upgrade','migrator':'shared'}").status()).isEqualTo(200);
		assertThat(this.application.post("{'command':'upgrade','migrator':'unreachable'}").status()).isEqualTo(503);
	}

	private JsonNode migrator(String name) {
		return this.application.get("").at("/contexts").get(this.child).at("/migrators/" + name);
	}

	@Configuration(proxyBeanMethods = false)
	static class ParentConfiguration {

		@Bean
		Migrator shared() {
			Migrator migrator = Migrator.builder().dataSource(Databases.h2()).build();
			migrator.upgrade();
			return migrator;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ChildConfiguration {

		@Bean
		Migrator unreachable() {
			PGSimpleDataSource nowhere = new PGSimpleDataSource();
			nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/db?user=owner&password=geheim");
			return Migrator.builder().dataSource(nowhere).build();
		}

		@Bean
		Migrator unknown() {
			DataSource database = Databases.h2();
			Migrator migrator = Migrator.builder().dataSource(database).build();
			migrator.upgrade();
			JdbcClient.create(database).sql("update migrator_version set version_num = 'fff999'").update();
			return migrator;
		}

	}

}
