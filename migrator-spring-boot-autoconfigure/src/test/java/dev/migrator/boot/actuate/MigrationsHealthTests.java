package dev.migrator.boot.actuate;

import java.nio.file.Path;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.test.Applications;
import dev.migrator.error.MigratorException;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MigrationsHealthIndicator} and its auto-configuration.
 */
class MigrationsHealthTests {

	private final ApplicationContextRunner runner = Applications.embedded()
		.withConfiguration(AutoConfigurations.of(MigrationsHealthContributorAutoConfiguration.class,
				HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class));

	private final DataSource database = Databases.h2();

	private RevisionFolder revisions = new RevisionFolder(Path.of(""));

	@BeforeEach
	void writeRevisions(@TempDir Path folder) {
		this.revisions = new RevisionFolder(folder);
		this.revisions.write("aaa111", "", "create table hero (name varchar(10));", "drop table hero;");
		this.revisions.write("bbb222", "aaa111", "insert into hero values ('Deadpond');", "delete from hero;");
	}

	@Test
	void aDatabaseThatIsUpToDateIsUp() {
		this.revisions.migrator(this.database).upgrade();
		Health health = health(this.revisions.migrator(this.database));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsOnlyKeys("state", "current", "heads")
			.containsEntry("state", "up-to-date")
			.hasToString("{state=up-to-date, current=[bbb222], heads=[bbb222]}");
	}

	@Test
	void aDatabaseWithPendingRevisionsIsOutOfService() {
		this.revisions.migrator(this.database).upgrade("aaa111");
		Health health = health(this.revisions.migrator(this.database));
		assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(health.getDetails())
			.hasToString("{state=pending, current=[aaa111], heads=[bbb222], pending=[bbb222]}");
	}

	@Test
	void whatIsBehindTheTargetIsNotMissing() {
		Migrator migrator = this.revisions.builder(this.database).target("aaa111").build();
		migrator.upgrade();
		Health health = health(migrator);
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).hasToString("{state=up-to-date, current=[aaa111], heads=[bbb222]}");
	}

	@Test
	void anOlderApplicationIsUpWhileANewerOneIsDeployed(@TempDir Path newer) {
		Migrator older = this.revisions.migrator(this.database);
		older.upgrade();
		RevisionFolder more = new RevisionFolder(newer);
		more.write("aaa111", "", "create table hero (name varchar(10));", "");
		more.write("bbb222", "aaa111", "insert into hero values ('Deadpond');", "");
		more.write("ccc333", "bbb222", "create table team (id int);", "");
		more.migrator(this.database).upgrade();
		assertThat(health(older).getStatus()).isEqualTo(Status.UP);
		assertThat(health(older).getDetails()).containsEntry("state", "ahead");

		more.write("ddd444", "ccc333", "create table quest (id int); insert into nowhere values (1);", "");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> more.migrator(this.database).upgrade());
		assertThat(health(older).getStatus()).isEqualTo(Status.UP);
		assertThat(health(more.migrator(this.database)).getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void aRevisionThatFailedIsDown() {
		this.revisions.write("ccc333", "bbb222", "create table team (id int); insert into nowhere values (1);", "");
		Migrator migrator = this.revisions.migrator(this.database);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(migrator::upgrade);
		Health health = health(migrator);
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails())
			.hasToString("{state=failed, current=[bbb222], heads=[ccc333], pending=[ccc333], unfinished=[ccc333]}");
	}

	@Test
	void aRevisionThatIsBeingAppliedIsOutOfService() {
		this.revisions.migrator(this.database).upgrade();
		JdbcClient.create(this.database)
			.sql("update migrator_history set state = 'started', finished_at = null where revision = 'bbb222'")
			.update();
		JdbcClient.create(this.database).sql("update migrator_version set version_num = 'aaa111'").update();
		Health health = health(this.revisions.migrator(this.database));
		assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(health.getDetails()).containsEntry("state", "started").containsKey("unfinished");
	}

	@Test
	void aDatabaseThatCannotBeReachedIsDown() {
		DataSource closed = Databases.as(Databases.postgresql(), "nobody", "nothing");
		Health health = health(this.revisions.migrator(closed));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsOnlyKeys("error");
	}

	@Test
	void aMigratorIsPartOfTheHealth() {
		this.runner.run((context) -> {
			HealthContributorRegistry registry = context.getBean(HealthContributorRegistry.class);
			assertThat(registry.getContributor("migrations")).isInstanceOf(MigrationsHealthIndicator.class);
		});
	}

	@Test
	void severalMigratorsAreEachAPartOfTheHealth() {
		this.runner.withBean("heroes", Migrator.class, () -> this.revisions.migrator(this.database))
			.withBean("teams", Migrator.class, () -> this.revisions.migrator(Databases.h2()))
			.run((context) -> {
				HealthContributorRegistry registry = context.getBean(HealthContributorRegistry.class);
				assertThat(registry.getContributor("migrations"))
					.isInstanceOfSatisfying(CompositeHealthContributor.class, (contributor) -> {
						assertThat(contributor.getContributor("heroes")).isNotNull();
						assertThat(contributor.getContributor("teams")).isNotNull();
					});
			});
	}

	@Test
	void itIsSwitchedOffByItsProperty() {
		this.runner.withPropertyValues("management.health.migrations.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("migrationsHealthContributor"));
	}

	@Test
	void itBacksOffWithoutAMigratorOrWithoutTheHealthModule() {
		this.runner.withPropertyValues("migrator.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationsHealthContributor"));
		Applications.embedded()
			.withConfiguration(AutoConfigurations.of(MigrationsHealthContributorAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(HealthContributor.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationsHealthContributor"));
	}

	private static Health health(Migrator migrator) {
		Health health = new MigrationsHealthIndicator(migrator).health(true);
		assertThat(health).isNotNull();
		return health;
	}

}
