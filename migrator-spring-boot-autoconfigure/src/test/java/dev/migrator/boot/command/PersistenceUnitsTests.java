package dev.migrator.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.boot.autoconfigure.AutogenerateAutoConfiguration;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.boot.heroes.Hero;
import dev.migrator.schema.Types;
import dev.migrator.script.body.java.JavaFragment;
import dev.migrator.script.body.java.TypeRenderer;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several persistence units in one application: each database is compared with those on
 * its own data source.
 */
class PersistenceUnitsTests {

	private static final Map<String, DataSource> SOURCES = Map.of("heroes", Databases.h2(), "teams", Databases.h2(),
			"billing", Databases.h2());

	@TempDir
	private Path folder;

	@Test
	void eachDatabaseIsComparedWithItsOwnUnit() {
		List<String> databases = databases("heroes", "teams", "billing");
		assertThat(generate(TwoUnits.class, databases, "--database", "heroes")).contains("create table hero (")
			.doesNotContain("team");
		assertThat(generate(TwoUnits.class, databases, "--database", "teams")).contains("create table team (")
			.doesNotContain("hero");
		run(TwoUnits.class, databases, "upgrade", "--database", "teams").done();
		assertThat(run(TwoUnits.class, databases, "check", "--database", "teams").done().out())
			.contains("No new upgrade operations detected.");
		run(TwoUnits.class, databases, "check", "--database", "teams", "--from-revisions").done();
	}

	@Test
	void aSquashIsProvenThoughNoUrlIsConfigured() throws IOException {
		RevisionFolder revisions = new RevisionFolder(Files.createDirectory(this.folder.resolve("heroes")));
		revisions.write("aaa111", "", "create table hero (id int);", "drop table hero;");
		revisions.write("bbb222", "aaa111", "create table team (id int);", "drop table team;");
		assertThat(run(TwoUnits.class, databases("heroes", "teams", "billing"), "squash", ":", "-m", "Begin",
				"--database", "heroes")
			.done()
			.out()).contains("It replaces aaa111, bbb222");
	}

	@Test
	void aDatabaseWithoutAUnitIsNotComparedWithThoseOfOthers() throws IOException {
		List<String> databases = databases("heroes", "teams", "billing");
		assertThat(run(TwoUnits.class, databases, "revision", "--autogenerate", "--database", "billing").error())
			.contains("The application does not say what its database is to have.");
		new RevisionFolder(Files.createDirectory(this.folder.resolve("billing"))).write("aaa111", "",
				"create table bill (id int);", "drop table bill;");
		run(TwoUnits.class, databases, "upgrade", "--database", "billing").done();
		assertThat(run(TwoUnits.class, databases, "check", "--database", "billing").done().out())
			.doesNotContain("upgrade operations");
	}

	@Test
	void theOneUnitIsThatOfItsDatabaseOnly() {
		List<String> databases = databases("heroes", "billing");
		assertThat(generate(OneUnit.class, databases, "--database", "heroes")).contains("create table hero (");
		assertThat(run(OneUnit.class, databases, "revision", "--autogenerate", "--database", "billing").error())
			.contains("The application does not say what its database is to have.");
	}

	@Test
	void unitsOnOneDataSourceAreOneTarget() {
		assertThat(generate(UnitsOnOneDataSource.class, databases("heroes"), "--database", "heroes"))
			.contains("create table hero (", "create table team (");
	}

	@Test
	void typesAreWrittenInJavaByTheRendererOfTheDatabase() throws IOException {
		for (String name : List.of("heroes", "teams")) {
			Path folder = Files.createDirectories(this.folder.resolve(name));
			Files.createDirectories(folder.resolve("src/main/java"));
			List<String> databases = new ArrayList<>(databases("heroes", "teams"));
			databases.add("--migrator.databases.%s.locations=classpath:com/example".formatted(name));
			databases.add("--migrator.script.directory=" + folder);
			// Another test may have upgraded the database.
			run(RenderedUnits.class, databases, "revision", "--autogenerate", "--java", "--from-revisions", "-m", "Add",
					"--database", name, "--location", "classpath:com/example")
				.done();
			try (Stream<Path> files = Files.find(folder, 9, (file, any) -> file.toString().endsWith(".java"))) {
				String written = files.map(PersistenceUnitsTests::read).collect(Collectors.joining());
				assertThat(written).contains("op.createTable(");
				assertThat(written.contains("number()")).isEqualTo(name.equals("teams"));
			}
		}
	}

	@Test
	void aUnitOnNobodysDataSourceIsToldSo() {
		assertThat(run(TwoUnits.class, databases("heroes", "billing"), "revision", "--autogenerate", "--database",
				"billing")
			.error()).contains("no migrator has the data source of teams.", "migrator.databases.<name>.data-source");
		assertThat(generate(TwoUnits.class, databases("heroes", "billing"), "--database", "heroes"))
			.contains("create table hero (")
			.doesNotContain("team");
	}

	private List<String> databases(String... names) {
		List<String> properties = new ArrayList<>();
		for (String name : names) {
			properties.add("--migrator.databases.%s.data-source=%s".formatted(name, name));
			properties.add("--migrator.databases.%s.locations=file:%s".formatted(name, this.folder.resolve(name)));
		}
		return properties;
	}

	private String generate(Class<?> application, List<String> databases, String... words) {
		List<String> all = new ArrayList<>(List.of("revision", "--autogenerate", "--sql-file", "-m", "Add"));
		all.addAll(List.of(words));
		String name = words[words.length - 1];
		CommandResult result = run(application, databases, all.toArray(String[]::new));
		assertThat(result.status()).as(result.err()).isZero();
		try (Stream<Path> files = Files.list(this.folder.resolve(name))) {
			return files.map(PersistenceUnitsTests::read).collect(Collectors.joining());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static CommandResult run(Class<?> application, List<String> databases, String... words) {
		List<String> arguments = new ArrayList<>(databases);
		arguments.add("migrator");
		arguments.addAll(List.of(words));
		return CommandResult.run(new SpringApplicationBuilder(application).web(WebApplicationType.NONE).build(),
				arguments.toArray(String[]::new));
	}

	private static LocalContainerEntityManagerFactoryBean unit(String name, DataSource dataSource, Class<?> entity) {
		LocalContainerEntityManagerFactoryBean unit = new LocalContainerEntityManagerFactoryBean();
		unit.setPersistenceUnitName(name);
		unit.setDataSource(dataSource);
		unit.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		unit.setManagedTypes(PersistenceManagedTypes.of(entity.getName()));
		return unit;
	}

	private static DataSource source(String name) {
		DataSource source = SOURCES.get(name);
		assertThat(source).isNotNull();
		return source;
	}

	@Entity(name = "team")
	static class Team {

		@Id
		int id;

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MigratorAutoConfiguration.class, AutogenerateAutoConfiguration.class })
	static class OneUnit {

		@Bean
		DataSource heroes() {
			return source("heroes");
		}

		@Bean
		DataSource billing() {
			return source("billing");
		}

		@Bean
		LocalContainerEntityManagerFactoryBean heroesUnit() {
			return unit("heroes", source("heroes"), Hero.class);
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	static class TwoUnits extends OneUnit {

		@Bean
		DataSource teams() {
			return source("teams");
		}

		@Bean
		LocalContainerEntityManagerFactoryBean teamsUnit() {
			return unit("teams", source("teams"), Team.class);
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	static class RenderedUnits extends TwoUnits {

		@Bean
		@Qualifier("teams")
		TypeRenderer numbers() {
			return (type) -> (type.equals(Types.integer())) ? Optional.of(new JavaFragment("number()", Set.of()))
					: Optional.empty();
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	static class UnitsOnOneDataSource extends OneUnit {

		@Bean
		LocalContainerEntityManagerFactoryBean teamsUnit() {
			return unit("teams", source("heroes"), Team.class);
		}

	}

}
