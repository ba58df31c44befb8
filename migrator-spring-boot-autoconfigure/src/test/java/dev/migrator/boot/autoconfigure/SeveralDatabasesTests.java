package dev.migrator.boot.autoconfigure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.boot.MigratorCustomizer;
import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.Failures;
import dev.migrator.boot.test.PostgresqlDatabase;
import dev.migrator.error.ErrorCategory;
import dev.migrator.schema.TableName;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several databases under {@code migrator.databases}: heroes on H2, a DataSource bean of
 * the application, and teams on PostgreSQL, by a URL.
 */
class SeveralDatabasesTests {

	private final DataSource heroes = Databases.h2();

	private final PostgresqlDatabase teams = PostgresqlDatabase.create();

	private ApplicationContextRunner runner = Applications.bare();

	@BeforeEach
	void configure(@TempDir Path folder) {
		new RevisionFolder(folder).write("aaa111", "", "create table team (name varchar(10));", "drop table team;");
		this.runner = Applications.bare()
			.withBean("heroesDataSource", DataSource.class, () -> this.heroes)
			.withBean("otherDataSource", DataSource.class, Databases::h2)
			.withPropertyValues("migrator.databases.heroes.data-source=heroesDataSource",
					"migrator.databases.heroes.locations=classpath:db/migrations",
					"migrator.databases.teams.url=postgresql://postgres@" + this.teams.place(),
					"migrator.databases.teams.locations=file:" + folder);
	}

	@Test
	void eachHasItsMigratorAndItsRevisions() {
		this.runner.run((context) -> {
			assertThat(context).getBeans(Migrator.class).containsOnlyKeys("heroesMigrator", "teamsMigrator");
			assertThat(context.getBean("heroesMigrator", Migrator.class).status().current())
				.containsExactly(Applications.HEAD);
			assertThat(context.getBean("teamsMigrator", Migrator.class).status().current()).containsExactly("aaa111");
			assertThat(JdbcClient.create(this.heroes).sql("select name from hero").query(String.class).list())
				.containsExactly("Deadpond");
			assertThat(this.teams.owner("team")).isEqualTo("postgres");
		});
	}

	@Test
	void whatStandsAboveThemIsTheirDefault() {
		this.runner
			.withPropertyValues("migrator.version-table=versions", "migrator.lock.timeout=7s",
					"migrator.databases.teams.version-table=team_versions", "migrator.url=jdbc:h2:mem:nobodys")
			.run((context) -> {
				Migrator first = context.getBean("heroesMigrator", Migrator.class);
				Migrator second = context.getBean("teamsMigrator", Migrator.class);
				assertThat(first.settings().versionTable()).isEqualTo(TableName.of("versions"));
				assertThat(second.settings().versionTable()).isEqualTo(TableName.of("team_versions"));
				assertThat(second.settings().lockTimeout()).hasSeconds(7);
				assertThat(first.dataSource()).isSameAs(this.heroes);
			});
	}

	@Test
	void eachSaysWhatHappensAtTheStart() {
		this.runner.withPropertyValues("migrator.on-startup=none", "migrator.databases.teams.on-startup=upgrade")
			.run((context) -> {
				assertThat(context.getBean("heroesMigrator", Migrator.class).status().current()).isEmpty();
				assertThat(context.getBean("teamsMigrator", Migrator.class).status().current())
					.containsExactly("aaa111");
			});
	}

	@Test
	void theRevisionsOfADatabaseStandUnderItsNameUnlessItSaysSo() {
		Applications.bare()
			.withPropertyValues("migrator.on-startup=none", "migrator.databases.league.url=jdbc:h2:mem:league")
			.run((context) -> assertThat(context.getBean("leagueMigrator", Migrator.class).scripts().locations())
				.containsExactly("classpath:db/migrations/league"));
	}

	@Test
	void customizersAreToldWhichDatabaseItIs() {
		Naming naming = new Naming();
		this.runner.withBean(MigratorCustomizer.class, () -> naming)
			.run((context) -> assertThat(naming.names).containsExactlyInAnyOrder("heroes", "teams"));
	}

	@Test
	void aBeanOfTheApplicationTakesThePlaceOfOne() {
		Migrator own = Migrator.builder().dataSource(Databases.h2()).build();
		this.runner.withBean("teamsMigrator", Migrator.class, () -> own)
			.run((context) -> assertThat(context.getBean("teamsMigrator", Migrator.class).dataSource())
				.isSameAs(own.dataSource()));
	}

	@Test
	void aDataSourceThatIsNotThereIsOneClearSentence() {
		this.runner.withPropertyValues("migrator.databases.heroes.data-source=nobodys").run((context) -> {
			assertThat(Failures.of(context).category()).isEqualTo(ErrorCategory.CONFIGURATION);
			assertThat(Failures.of(context)).hasMessageContaining("There is no data source 'nobodys'")
				.hasMessageContaining("heroesDataSource");
		});
	}

	@Test
	void withoutAUrlItIsTheApplicationsDatabase() {
		DataSource application = Databases.h2();
		Applications.on(application)
			.withPropertyValues("migrator.databases.main.locations=classpath:db/migrations")
			.run((context) -> assertThat(context.getBean("mainMigrator", Migrator.class).dataSource())
				.isSameAs(application));
	}

	@Test
	void theOneDatabaseMayNameItsDataSourceToo() {
		Applications.bare()
			.withBean("heroesDataSource", DataSource.class, () -> this.heroes)
			.withBean("otherDataSource", DataSource.class, Databases::h2)
			.withPropertyValues("migrator.data-source=heroesDataSource")
			.run((context) -> assertThat(context.getBean(Migrator.class).dataSource()).isSameAs(this.heroes));
	}

	static final class Naming implements MigratorCustomizer {

		private final List<@Nullable String> names = new ArrayList<>();

		@Override
		public void customize(MigratorBuilder builder) {
		}

		@Override
		public void customize(@Nullable String database, MigratorBuilder builder) {
			this.names.add(database);
		}

	}

}
