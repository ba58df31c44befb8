package dev.migrator.boot.actuate;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.actuate.WebApplication.Answer;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigrationsEndpoint} over HTTP, where it may write.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationsEndpointWriteTests {

	private final WebApplication application;

	private final Migrator migrator;

	MigrationsEndpointWriteTests(@TempDir Path folder) {
		RevisionFolder revisions = new RevisionFolder(folder);
		revisions.write("aaaa11", "", "create table hero (name varchar(100));", "drop table hero;");
		revisions.write("bbbb22", "aaaa11", "insert into hero values ('Deadpond');", "delete from hero;");
		revisions.write("cccc33", "bbbb22", "create table team (id integer);\ninsert into nowhere values (1);", "");
		this.application = WebApplication.start("management.endpoint.migrations.access=unrestricted",
				"migrator.on-startup=none", "migrator.target=bbbb22", "migrator.locations=file:" + folder);
		this.migrator = this.application.context().getBean(Migrator.class);
	}

	@BeforeEach
	void beginWithAnEmptyDatabase() {
		JdbcClient.create(this.application.context().getBean(DataSource.class)).sql("drop all objects").update();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void upgradesToTheConfiguredTarget() {
		Answer answer = this.application.post("{'command':'upgrade'}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().propertyNames()).containsExactly("command", "revisions", "current");
		assertThat(answer.text("/command")).isEqualTo("upgrade");
		assertThat(texts(answer.at("/revisions"))).containsExactly("aaaa11", "bbbb22");
		assertThat(texts(answer.at("/current"))).containsExactly("bbbb22");
		assertThat(this.migrator.status().current()).containsExactly("bbbb22");
	}

	@Test
	void upgradesToATarget() {
		assertThat(texts(this.application.post("{'command':'upgrade','target':'+1'}").at("/current")))
			.containsExactly("aaaa11");
	}

	@Test
	void downgrades() {
		this.migrator.upgrade();
		Answer answer = this.application.post("{'command':'downgrade','target':'-1'}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(texts(answer.at("/revisions"))).containsExactly("bbbb22");
		assertThat(texts(answer.at("/current"))).containsExactly("aaaa11");
		assertThat(texts(this.application.post("{'command':'downgrade','target':'base'}").at("/current"))).isEmpty();
	}

	@Test
	void stamps() {
		Answer answer = this.application.post("{'command':'stamp','target':'bbbb'}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("/command")).isEqualTo("stamp");
		assertThat(answer.at("/revisions")).isEmpty();
		assertThat(texts(answer.at("/current"))).containsExactly("bbbb22");
		assertThat(this.migrator.status().current()).containsExactly("bbbb22");
		assertThat(
				this.application.get("").at("/contexts/application/migrators/migrator/history/0/direction").asString())
			.isEqualTo("stamp");
		assertThat(texts(this.application.post("{'command':'stamp','target':'base'}").at("/current"))).isEmpty();
	}

	@Test
	void theMigratorMayBeNamed() {
		assertThat(this.application.post("{'command':'upgrade','migrator':'migrator'}").status()).isEqualTo(200);
	}

	static Stream<Arguments> wrongTargets() {
		return Stream.of(Arguments.of("{'command':'upgrade','target':'nowhere'}", "not-found"),
				Arguments.of("{'command':'upgrade','target':'+9'}", "relative-out-of-range"),
				Arguments.of("{'command':'downgrade','target':'bbbb22'}", "not-ancestor"),
				Arguments.of("{'command':'stamp','target':'nowhere'}", "not-found"));
	}

	@ParameterizedTest
	@MethodSource("wrongTargets")
	void aWrongTargetIsAWrongRequest(String body, String error) {
		Answer answer = this.application.post(body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().propertyNames()).containsExactly("error", "message");
		assertThat(answer.text("/error")).isEqualTo(error);
		assertThat(this.migrator.status().current()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'command':'purge'}", "{'command':'downgrade'}", "{'command':'stamp'}",
			"{'command':'upgrade','migrator':'other'}", "{}" })
	void aWrongCommandIsAWrongRequest(String body) {
		assertThat(this.application.post(body).status()).isEqualTo(400);
		assertThat(this.migrator.status().current()).isEmpty();
	}

	@Test
	void aFailedMigrationIsAConflictThatIsTold() {
		Answer answer = this.application.post("{'command':'upgrade','target':'head'}");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.text("/error")).isEqualTo("migration-failed");
		assertThat(answer.text("/message")).contains("cccc33", "insert into nowhere", "Mend the statement");
		JsonNode migrator = this.application.get("").at("/contexts/application/migrators/migrator");
		assertThat(texts(migrator.get("current"))).containsExactly("bbbb22");
		assertThat(migrator.at("/history/2/state").asString()).isEqualTo("failed");
		assertThat(migrator.at("/history/2/error").asString()).contains("NOWHERE");
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map((element) -> element.asString()).toList();
	}

}
