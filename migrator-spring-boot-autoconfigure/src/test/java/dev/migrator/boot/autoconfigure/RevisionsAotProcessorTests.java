package dev.migrator.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import dev.migrator.boot.actuate.MigrationsEndpointAutoConfiguration;
import dev.migrator.boot.actuate.MigrationsHealthContributorAutoConfiguration;
import dev.migrator.boot.migrations.Rbbb222_AddFirstHero;
import dev.migrator.boot.observability.MigratorObservabilityAutoConfiguration;
import dev.migrator.script.RevisionIndex;
import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RevisionsAotProcessor}, as a build runs it.
 */
class RevisionsAotProcessorTests {

	private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();

	private final DefaultGenerationContext generation = new DefaultGenerationContext(
			new ClassNameGenerator(ClassName.get("dev.migrator.generated", "Application")), this.files);

	@Test
	void theRevisionsAreWrittenDown() throws IOException {
		process("migrator.locations=classpath:db/migrations,classpath:dev/migrator/boot/migrations,file:elsewhere");
		assertThat(index()).isEqualTo("""
				location classpath*:db/migrations
				  db/migrations/1975ea83b712_add_hero_table.sql
				  db/migrations/2b1ae634e5cd_add_first_hero.sql
				location classpath*:dev/migrator/boot/migrations
				  dev/migrator/boot/migrations/Raaa111_AddHeroTable.class
				  dev/migrator/boot/migrations/Rbbb222_AddFirstHero.class
				""");
	}

	@Test
	void aNativeImageKeepsThem() {
		process("migrator.locations=classpath:db/migrations,classpath:dev/migrator/boot/migrations");
		assertThat(RuntimeHintsPredicates.resource().forResource(RevisionIndex.PATH))
			.accepts(this.generation.getRuntimeHints());
		assertThat(RuntimeHintsPredicates.resource().forResource("db/migrations/1975ea83b712_add_hero_table.sql"))
			.accepts(this.generation.getRuntimeHints());
		assertThat(RuntimeHintsPredicates.resource()
			.forResource("dev/migrator/boot/migrations/Rbbb222_AddFirstHero.class"))
			.accepts(this.generation.getRuntimeHints());
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(Rbbb222_AddFirstHero.class)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
			.accepts(this.generation.getRuntimeHints());
	}

	@Test
	void thoseOfSeveralDatabasesAreWrittenDownAndTheirMigratorsAreMadeByGeneratedCode() throws IOException {
		process("migrator.databases.heroes.locations=classpath:db/migrations",
				"migrator.databases.teams.locations=classpath:dev/migrator/boot/migrations");
		assertThat(index()).contains("location classpath*:db/migrations\n",
				"location classpath*:dev/migrator/boot/migrations\n");
		assertThat(this.files.getGeneratedFiles(Kind.SOURCE).keySet())
			.anyMatch((name) -> name.contains("autoconfigure/MigratorAutoConfiguration__BeanDefinitions"));
	}

	@Test
	void withoutAMigratorNothingIsWritten() {
		process("migrator.enabled=false");
		assertThat(this.files.getGeneratedFiles(Kind.RESOURCE)).doesNotContainKey(RevisionIndex.PATH);
	}

	private void process(String... properties) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of(properties)
				.and("spring.datasource.generate-unique-name=true",
						"management.endpoints.web.exposure.include=migrations")
				.applyTo(context);
			context.register(DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class,
					MigratorObservabilityAutoConfiguration.class, MigrationsEndpointAutoConfiguration.class,
					MigrationsHealthContributorAutoConfiguration.class);
			new ApplicationContextAotGenerator().processAheadOfTime(context, this.generation);
			this.generation.writeGeneratedContent();
		}
	}

	private String index() throws IOException {
		try (var content = Objects.requireNonNull(this.files.getGeneratedFile(Kind.RESOURCE, RevisionIndex.PATH))
			.getInputStream()) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
