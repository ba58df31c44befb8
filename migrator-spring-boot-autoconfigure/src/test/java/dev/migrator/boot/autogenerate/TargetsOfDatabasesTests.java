package dev.migrator.boot.autogenerate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.AutogenerateFilter;
import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.DeclaredSchema;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.RevisionDirectiveCustomizer;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.boot.autoconfigure.AutogenerateAutoConfiguration;
import dev.migrator.boot.heroes.HeroRow;
import dev.migrator.boot.heroes.HeroRowRepository;
import dev.migrator.boot.test.Applications;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.repository.Repository;

import static dev.migrator.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Several databases in one application: what each of them is to have.
 */
class TargetsOfDatabasesTests {

	private static final String HERE = "dev.migrator.boot.autogenerate";

	private final ApplicationContextRunner one = Applications.embedded()
		.withConfiguration(AutoConfigurations.of(AutogenerateAutoConfiguration.class))
		.withPropertyValues("migrator.on-startup=none");

	private final ApplicationContextRunner several = Applications.bare()
		.withConfiguration(AutoConfigurations.of(AutogenerateAutoConfiguration.class))
		.withBean("heroesDataSource", DataSource.class, Databases::h2)
		.withBean("teamsDataSource", DataSource.class, Databases::h2)
		.withPropertyValues("migrator.on-startup=none", "migrator.databases.heroes.data-source=heroesDataSource",
				"migrator.databases.teams.data-source=teamsDataSource");

	private static Schema table(String name) {
		return DeclaredSchema.of((op) -> op.createTable(name, (t) -> t.column("id", integer()).primaryKey()));
	}

	private static List<String> created(ApplicationContext context, String database) {
		return context.getBean(Autogenerate.class)
			.changes(context.getBean(database + "Migrator", Migrator.class), RenameDecision.NEVER)
			.upgrade()
			.stream()
			.filter(CreateTable.class::isInstance)
			.map((operation) -> ((CreateTable) operation).table().name().name())
			.sorted()
			.toList();
	}

	@Test
	void aBeanIsAboutTheDatabaseThatItsQualifierNames() {
		this.several.withUserConfiguration(Schemas.class).run((context) -> {
			assertThat(created(context, "heroes")).containsExactly("hero", "outbox", "power");
			assertThat(created(context, "teams")).containsExactly("outbox", "team");
		});
	}

	@Test
	void qualifiersSayNothingWhereThereIsOneDatabase() {
		this.one.withUserConfiguration(Schemas.class)
			.run((context) -> assertThat(context.getBean(Autogenerate.class)
				.changes(context.getBean(Migrator.class), RenameDecision.NEVER)
				.upgrade()).filteredOn(CreateTable.class::isInstance).hasSize(4));
	}

	@Test
	void aMigratorOfTheApplicationHasANameToo() {
		this.one.withUserConfiguration(Schemas.class, Migrators.class).run((context) -> {
			assertThat(created(context, "heroes")).containsExactly("hero", "outbox", "power");
			assertThat(created(context, "teams")).containsExactly("outbox", "team");
		});
	}

	@Test
	void eachDatabaseMayHaveItsSqlFile(@TempDir Path folder) throws IOException {
		String heroes = "file:" + Files.writeString(folder.resolve("heroes.txt"), "create table hero (id int);");
		String common = "file:" + Files.writeString(folder.resolve("common.txt"), "create table outbox (id int);");
		this.several
			.withPropertyValues("migrator.autogenerate.schema-sql=" + common,
					"migrator.databases.heroes.autogenerate.schema-sql=" + heroes)
			.run((context) -> {
				assertThat(created(context, "heroes")).containsExactly("hero");
				assertThat(created(context, "teams")).containsExactly("outbox");
			});
	}

	@Test
	void eachDatabaseMaySayWhatIsCompared() {
		this.several.withUserConfiguration(Schemas.class)
			.withPropertyValues("migrator.autogenerate.exclude-tables=outbox",
					"migrator.databases.teams.autogenerate.exclude-tables=none",
					"migrator.databases.teams.autogenerate.strict=true")
			.run((context) -> {
				assertThat(created(context, "heroes")).containsExactly("hero", "power");
				assertThat(created(context, "teams")).containsExactly("outbox", "team");
				Autogenerate autogenerate = context.getBean(Autogenerate.class);
				assertThat(autogenerate.properties(context.getBean("teamsMigrator", Migrator.class)).isStrict())
					.isTrue();
				assertThat(autogenerate.properties(context.getBean("heroesMigrator", Migrator.class)).isStrict())
					.isFalse();
			});
	}

	@Test
	void filtersComparatorsAndCustomizersAreAboutTheDatabaseThatTheirQualifierNames() {
		this.several.withUserConfiguration(Schemas.class, Hooks.class).run((context) -> {
			assertThat(created(context, "heroes")).containsExactly("hero", "power");
			assertThat(created(context, "teams")).containsExactly("of_all", "of_teams", "outbox", "team");
		});
		this.one.withUserConfiguration(Schemas.class, Hooks.class)
			.run((context) -> assertThat(context.getBean(Autogenerate.class)
				.changes(context.getBean(Migrator.class), RenameDecision.NEVER)
				.upgrade()).filteredOn(CreateTable.class::isInstance).hasSize(4));
	}

	@Test
	void aDatabaseThatNothingIsAboutHasNoTarget() {
		this.several.withUserConfiguration(OnlyHeroes.class)
			.run((context) -> assertThatExceptionOfType(MigratorException.class)
				.isThrownBy(() -> created(context, "teams"))
				.withMessageContaining("The application does not say what its database is to have."));
	}

	@Test
	void aggregatesAreToldApartByTheirPackages() {
		this.several.withUserConfiguration(Aggregates.class)
			.withPropertyValues("migrator.databases.heroes.autogenerate.packages=dev.migrator.boot",
					"migrator.databases.teams.autogenerate.packages=" + HERE)
			.run((context) -> {
				assertThat(created(context, "heroes")).containsExactly("hero");
				assertThat(created(context, "teams")).containsExactly("squad");
			});
	}

	@Test
	void aDatabaseWithoutPackagesHasTheAggregatesOfNobodyElse() {
		this.several.withUserConfiguration(Aggregates.class)
			.withPropertyValues("migrator.databases.teams.autogenerate.packages=" + HERE)
			.run((context) -> {
				assertThat(created(context, "heroes")).containsExactly("hero");
				assertThat(created(context, "teams")).containsExactly("squad");
			});
		this.several.withUserConfiguration(Aggregates.class).run((context) -> {
			assertThat(created(context, "heroes")).containsExactly("hero", "squad");
			assertThat(created(context, "teams")).containsExactly("hero", "squad");
		});
	}

	@Test
	void theOneDatabaseMayHaveTheAggregatesOfSomePackagesOnly() {
		this.one.withUserConfiguration(Aggregates.class)
			.withPropertyValues("migrator.autogenerate.packages=" + HERE)
			.run((context) -> assertThat(context.getBean(Autogenerate.class)
				.changes(context.getBean(Migrator.class), RenameDecision.NEVER)
				.upgrade()).hasSize(1));
	}

	@Test
	void aggregatesBelongToTheDatabaseOfTheTemplateThatTheirRepositoryWorksWith() {
		this.several.withUserConfiguration(Repositories.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(created(context, "heroes")).containsExactly("hero", "outbox");
			assertThat(created(context, "teams")).containsExactly("outbox", "the_squad");
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class OnlyHeroes {

		@Bean
		@Qualifier("heroes")
		Schema heroTable() {
			return table("hero");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Schemas extends OnlyHeroes {

		@Bean
		Schema teams() {
			return table("team");
		}

		@Bean
		Schema outbox() {
			return table("outbox");
		}

		@Bean
		@Qualifier("heroes")
		TargetSource powers() {
			return new SchemaTargetSource(table("power"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Hooks {

		@Bean
		@Qualifier("heroes")
		AutogenerateFilter withoutOutbox() {
			return (subject) -> !"outbox".equals(subject.name());
		}

		@Bean
		@Qualifier("heroes")
		RevisionDirectiveCustomizer withoutOthers() {
			return (changes) -> new Changes(
					changes.upgrade().stream().filter((operation) -> !operation.equals(create("of_all"))).toList(),
					changes.downgrade(), changes.candidates(), changes.remarks());
		}

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		RevisionDirectiveCustomizer ofAll() {
			return (changes) -> with(changes, "of_all");
		}

		@Bean
		@Qualifier("teams")
		RevisionDirectiveCustomizer ofTeams() {
			return (changes) -> with(changes, "of_teams");
		}

		private static CreateTable create(String name) {
			return new CreateTable(table(name).tables().get(0), false);
		}

		private static Changes with(Changes changes, String table) {
			return new Changes(Stream.concat(changes.upgrade().stream(), Stream.<Operation>of(create(table))).toList(),
					changes.downgrade(), changes.candidates(), changes.remarks());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Migrators {

		@Bean
		Migrator heroesMigrator() {
			return Migrator.builder().dataSource(Databases.h2()).locations().build();
		}

		@Bean
		Migrator teamsMigrator() {
			return Migrator.builder().dataSource(Databases.h2()).locations().build();
		}

	}

	/**
	 * An aggregate.
	 *
	 * @param id its id
	 */
	record Squad(@Id int id) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Aggregates {

		@Bean
		RelationalManagedTypes jdbcManagedTypes() {
			return RelationalManagedTypes.from(HeroRow.class, Squad.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJdbcRepositories(basePackageClasses = HeroRowRepository.class,
			jdbcAggregateOperationsRef = "heroesOperations", transactionManagerRef = "nobody")
	static class Repositories {

		@Bean
		static BeanFactoryPostProcessor lazyAsWhileACommandRuns() {
			return (beans) -> Stream.of(beans.getBeanNamesForType(Repository.class, true, false))
				.map(BeanFactoryUtils::transformedBeanName)
				.forEach((name) -> beans.getBeanDefinition(name).setLazyInit(true));
		}

		@Bean
		@Lazy
		@Qualifier("heroes")
		JdbcAggregateOperations heroesOperations() {
			throw new IllegalStateException("Nobody needs it");
		}

		@Bean
		@Qualifier("teams")
		RelationalManagedTypes teamTypes() {
			return RelationalManagedTypes.from(Squad.class);
		}

		@Bean
		@Qualifier("teams")
		NamingStrategy teamNames() {
			return new NamingStrategy() {

				@Override
				public String getTableName(Class<?> type) {
					return "the_" + type.getSimpleName().toLowerCase(Locale.ROOT);
				}

			};
		}

		@Bean
		Schema outbox() {
			return table("outbox");
		}

	}

}
