package dev.migrator.boot.actuate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.migrator.boot.actuate.WebApplication.Answer;
import dev.migrator.boot.test.PostgresqlDatabase;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigrationsEndpoint} over HTTP, where it only reads: on PostgreSQL, one
 * revision applied and two pending.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationsEndpointTests {

	private static final String SECRET = "geheim";

	private final WebApplication application;

	private final String role;

	private final String url;

	MigrationsEndpointTests(@TempDir Path folder) {
		RevisionFolder revisions = new RevisionFolder(folder);
		revisions.write("aaaa11", "-- created-at: 2026-01-15T10:00:00Z\n-- branch-labels: heroes", "",
				"create table hero (name varchar(100));", "drop table hero;");
		revisions.write("aaaa22", "aaaa11", "insert into hero values ('${secret}');", "");
		revisions.write("bbbb33", "-- depends-on: aaaa11", "aaaa22",
				"create index concurrently ix_hero_name on hero (name);", "drop index ix_hero_name;");
		PostgresqlDatabase database = PostgresqlDatabase.create();
		this.role = database.role("owner");
		this.url = database.jdbcUrl();
		this.application = WebApplication.start("migrator.locations=file:" + folder, "migrator.target=aaaa11",
				"migrator.placeholders.secret=" + SECRET, "spring.application.name=league",
				"spring.datasource.url=%s?user=%s&password=%s".formatted(this.url, this.role, SECRET));
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void showsHowTheDatabaseStandsToTheRevisions() {
		JsonNode contexts = this.application.get("").at("/contexts");
		assertThat(contexts.propertyNames()).containsExactly("league");
		JsonNode migrators = contexts.at("/league/migrators");
		assertThat(contexts.get("league").propertyNames()).containsExactly("migrators");
		assertThat(migrators.propertyNames()).containsExactly("migrator");
		JsonNode migrator = migrators.get("migrator");
		assertThat(migrator.propertyNames()).containsExactly("database", "current", "heads", "state", "pending",
				"history");
		assertThat(texts(migrator.get("current"))).containsExactly("aaaa11");
		assertThat(texts(migrator.get("heads"))).containsExactly("bbbb33");
		assertThat(migrator.get("state").asString()).isEqualTo("pending");
	}

	@Test
	void showsTheDatabaseWithoutItsPassword() {
		JsonNode database = this.application.get("").at("/contexts/league/migrators/migrator/database");
		assertThat(database.propertyNames()).containsExactly("product", "version", "url", "user");
		assertThat(database.get("product").asString()).isEqualTo("PostgreSQL");
		assertThat(database.get("version").asString()).startsWith("17.");
		assertThat(database.get("url").asString()).startsWith(this.url);
		assertThat(database.get("user").asString()).isEqualTo(this.role);
	}

	@Test
	void showsPendingRevisionsAsEverywhereElse() {
		JsonNode pending = this.application.get("").at("/contexts/league/migrators/migrator/pending");
		assertThat(pending).extracting((revision) -> revision.get("id").asString()).containsExactly("aaaa22", "bbbb33");
		JsonNode last = pending.get(1);
		assertThat(last.propertyNames()).containsExactly("id", "downRevisions", "dependsOn", "branchLabels", "message",
				"isHead", "isBranchPoint", "isMergePoint", "applied");
		assertThat(texts(last.get("downRevisions"))).containsExactly("aaaa22");
		assertThat(texts(last.get("dependsOn"))).containsExactly("aaaa11");
		assertThat(last.get("message").asString()).isEqualTo("Test bbbb33");
		assertThat(last.get("isHead").asBoolean()).isTrue();
		assertThat(last.get("applied").asBoolean()).isFalse();
	}

	@Test
	void showsTheHistory() {
		JsonNode history = this.application.get("").at("/contexts/league/migrators/migrator/history");
		assertThat(history).hasSize(1);
		JsonNode row = history.get(0);
		assertThat(row.propertyNames()).containsExactly("revision", "message", "direction", "state", "installedAt",
				"durationMs", "installedBy", "application");
		assertThat(row.get("revision").asString()).isEqualTo("aaaa11");
		assertThat(row.get("direction").asString()).isEqualTo("upgrade");
		assertThat(row.get("state").asString()).isEqualTo("done");
		assertThat(Instant.parse(row.get("installedAt").asString())).isBefore(Instant.now());
		assertThat(row.get("durationMs").isIntegralNumber()).isTrue();
		assertThat(row.get("installedBy").asString()).isEqualTo(this.role);
		assertThat(row.get("application").asString()).isEqualTo("league");
	}

	@Test
	void showsOneRevisionWithItsSql() {
		Answer answer = this.application.get("/aaaa11");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().propertyNames()).containsExactly("revision", "location", "upgrade", "downgrade");
		assertThat(answer.text("/revision/createdAt")).isEqualTo("2026-01-15T10:00:00Z");
		assertThat(texts(answer.at("/revision/branchLabels"))).containsExactly("heroes");
		assertThat(answer.at("/revision/applied").asBoolean()).isTrue();
		assertThat(answer.text("/location")).endsWith("aaaa11_test.sql");
		assertThat(texts(answer.at("/upgrade"))).containsExactly("create table hero (name varchar(100))");
		assertThat(texts(answer.at("/downgrade"))).containsExactly("drop table hero");
	}

	@Test
	void aRevisionMayBeNamedByTheBeginningOfItsIdOrItsLabel() {
		assertThat(this.application.get("/bbbb").text("/revision/id")).isEqualTo("bbbb33");
		assertThat(this.application.get("/heroes").text("/revision/id")).isEqualTo("aaaa11");
		assertThat(this.application.get("/head").text("/revision/id")).isEqualTo("bbbb33");
		assertThat(this.application.get("/bbbb?migrator=migrator").text("/revision/id")).isEqualTo("bbbb33");
	}

	@Test
	void theValuesOfPlaceholdersAreNotShown() {
		assertThat(texts(this.application.get("/aaaa22").at("/upgrade")))
			.containsExactly("insert into hero values ('${secret}')");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "never| ?", "when-authorized| ?", "always| 'geheim'" })
	void theValuesThatARevisionBindsAreShownWhereThatIsAllowed(String when, String value) {
		try (WebApplication other = WebApplication.start(
				"migrator.locations=classpath:dev/migrator/boot/actuate/secret", "migrator.on-startup=none",
				"spring.datasource.generate-unique-name=true", "management.endpoint.migrations.show-values=" + when)) {
			Answer answer = other.get("/cccc44");
			assertThat(texts(answer.at("/upgrade"))).singleElement().asString().endsWith("(" + value + ")");
		}
	}

	@Test
	void anUnknownRevisionIsNotFound() {
		assertThat(this.application.get("/nowhere").status()).isEqualTo(404);
	}

	@Test
	void anAmbiguousRevisionIsAWrongRequest() {
		Answer answer = this.application.get("/aaaa");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("/error")).isEqualTo("ambiguous");
		assertThat(answer.text("/message")).contains("aaaa11", "aaaa22");
	}

	@Test
	void anUnknownMigratorIsAWrongRequest() {
		Answer answer = this.application.get("/aaaa11?migrator=other");
		assertThat(answer.status()).isEqualTo(400);
	}

	@Test
	void noBodyHasAPassword() {
		for (String path : List.of("", "/aaaa11", "/aaaa22", "/bbbb33", "/aaaa", "/nowhere")) {
			assertThat(this.application.get(path).body()).as(path).doesNotContain(SECRET);
		}
	}

	@Test
	void migratesNothingByDefault() {
		assertThat(this.application.post("{'command':'upgrade','target':'head'}").status()).isEqualTo(405);
		assertThat(this.application.get("").text("/contexts/league/migrators/migrator/state")).isEqualTo("pending");
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map((element) -> element.asString()).toList();
	}

}
