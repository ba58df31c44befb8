package dev.migrator.boot.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.boot.heroes.Hero;
import dev.migrator.boot.heroes.HeroRepository;
import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.Failures;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.Databases;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigrationBeans} and {@link LazyMigrationBeans}.
 */
class MigrationBeansTests {

	private final DataSource database = Databases.h2();

	private final ApplicationContextRunner runner = Applications.on(this.database)
		.withPropertyValues("migrator.locations=classpath:nowhere");

	private final ApplicationContextRunner located = Applications.on(this.database)
		.withPropertyValues("migrator.locations=classpath:dev/migrator/boot/migrations");

	@Test
	void aMigrationMayBeABeanWithCollaborators() {
		this.runner.withBean(Names.class).withBean(Collaborating.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(heroes()).containsExactly("Deadpond");
			assertThat(context).hasSingleBean(Collaborating.class);
		});
	}

	@Test
	void aMigrationInItsPackageGetsBeansByItsConstructor() {
		this.located.withBean(Names.class).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(Migration.class);
			assertThat(heroes()).containsExactly("Deadpond");
		});
	}

	@Test
	void aMigrationInItsPackageMayBeABeanToo() {
		this.located.withBean(Names.class)
			.withUserConfiguration(dev.migrator.boot.migrations.Rbbb222_AddFirstHero.class)
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(Migration.class);
				assertThat(heroes()).containsExactly("Deadpond");
			});
	}

	@Test
	void anAppliedMigrationIsNotMadeAgain() {
		this.located.withBean(Names.class).run((context) -> assertThat(context).hasNotFailed());
		// Without its collaborator it could not be made.
		this.located.run((context) -> assertThat(context).hasNotFailed());
		this.located.withBean(Unavailable.class)
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining("It must not be made"));
	}

	@Test
	void anAppliedMigrationThatIsABeanIsNotMadeAgain() {
		this.runner.withBean(Names.class)
			.withBean(Collaborating.class)
			.run((context) -> assertThat(context).hasNotFailed());
		this.runner.withBean(Names.class, () -> {
			throw new IllegalStateException("There are no names any more");
		}, (definition) -> definition.setLazyInit(true))
			.withBean(Collaborating.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(classes = { ByJdbcTemplate.class, ByEntityManager.class, ByRepository.class })
	void aMigrationThatTakesWhatWaitsForItGetsAClearSentence(Class<? extends Migration> type) {
		Applications.embedded()
			.withPropertyValues("migrator.locations=classpath:nowhere")
			.withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class,
					HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class))
			.withUserConfiguration(HeroesConfiguration.class)
			.withBean(type)
			.run((context) -> {
				MigratorException failure = Failures.of(context);
				assertThat(failure.category()).isEqualTo(ErrorCategory.INVALID_REVISION);
				assertThat(failure.problem()).contains("aaa111", type.getName(),
						"takes a bean that is made only after the migration, such as a JdbcTemplate");
				assertThat(failure.action()).startsWith("Use op.jdbc()");
			});
	}

	@Test
	void aMigrationWithoutItsCollaboratorGetsAClearSentence() {
		this.located.run((context) -> {
			MigratorException failure = Failures.of(context);
			assertThat(failure.category()).isEqualTo(ErrorCategory.INVALID_REVISION);
			assertThat(failure.problem()).contains("bbb222", "Rbbb222_AddFirstHero cannot be created",
					"No qualifying bean of type 'java.util.function.Supplier<java.lang.String>'");
			assertThat(failure.action()).contains("Spring beans");
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { WithoutRevision.class, MethodConfiguration.class })
	void aMigrationBeanWithoutRevisionGetsAClearSentence(Class<?> bean) {
		this.runner.withUserConfiguration(bean).run((context) -> {
			MigratorException failure = Failures.of(context);
			assertThat(failure.category()).isEqualTo(ErrorCategory.INVALID_REVISION);
			assertThat(failure.problem()).contains("is a migration, but its type").endsWith("has no @Revision.");
			assertThat(failure.action()).contains("Annotate its class");
		});
	}

	@Test
	void aMigrationThatIsABeanTwiceGetsAClearSentence() {
		this.runner.withBean(Names.class)
			.withBean("first", Collaborating.class)
			.withBean("second", Collaborating.class)
			.run((context) -> {
				MigratorException failure = Failures.of(context);
				assertThat(failure.category()).isEqualTo(ErrorCategory.INVALID_REVISION);
				assertThat(failure.getMessage()).contains(Collaborating.class.getName(), "twice", "'second'");
			});
	}

	private List<String> heroes() {
		return JdbcClient.create(this.database).sql("select name from hero").query(String.class).list();
	}

	static class Names implements Supplier<String> {

		@Override
		public String get() {
			return "Deadpond";
		}

	}

	static class Unavailable implements Supplier<String> {

		Unavailable() {
			throw new IllegalStateException("It must not be made");
		}

		@Override
		public String get() {
			return "";
		}

	}

	@Revision(id = "aaa111")
	static class Collaborating implements Migration {

		private final Names names;

		Collaborating(Names names) {
			this.names = names;
		}

		@Override
		public void upgrade(Operations op) {
			op.execute("create table hero (name varchar(100))");
			op.execute("insert into hero values (?)", this.names.get());
		}

	}

	@Revision(id = "aaa111")
	static class ByJdbcTemplate implements Migration {

		private final JdbcTemplate template;

		ByJdbcTemplate(JdbcTemplate template) {
			this.template = template;
		}

		@Override
		public void upgrade(Operations op) {
			this.template.execute("create table hero (name varchar(100))");
		}

	}

	@Revision(id = "aaa111")
	static class ByEntityManager implements Migration {

		private final EntityManager manager;

		ByEntityManager(EntityManager manager) {
			this.manager = manager;
		}

		@Override
		public void upgrade(Operations op) {
			this.manager.persist(new Hero("Deadpond"));
		}

	}

	@Revision(id = "aaa111")
	static class ByRepository implements Migration {

		private final HeroRepository heroes;

		ByRepository(HeroRepository heroes) {
			this.heroes = heroes;
		}

		@Override
		public void upgrade(Operations op) {
			this.heroes.save(new Hero("Deadpond"));
		}

	}

	static class WithoutRevision implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("create table hero (name varchar(100))");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MethodConfiguration {

		@Bean
		Migration migration() {
			return new Collaborating(new Names());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Hero.class)
	static class HeroesConfiguration {

	}

}
