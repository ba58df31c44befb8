package dev.migrator.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.boot.heroes.Hero;
import dev.migrator.boot.test.Applications;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts such as {@code data.sql} run after the upgrade and before what uses the
 * database.
 */
class ScriptOrderTests {

	@TempDir
	Path folder;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp() throws IOException {
		Path schema = Files.writeString(this.folder.resolve("schema.sql"),
				"alter table hero add column script varchar(10);");
		Path data = Files.writeString(this.folder.resolve("data.sql"),
				"insert into hero (name, script) values ('Rusty-Man', 'data');");
		this.runner = Applications.embedded()
			.withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class,
					JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
			.withPropertyValues("spring.sql.init.schema-locations=file:" + schema,
					"spring.sql.init.data-locations=file:" + data);
	}

	@Test
	void schemaAndDataScriptsRunAfterTheUpgrade() {
		this.runner.withBean(Names.class).run((context) -> {
			assertThat(dependsOn(context, "dataSourceScriptDatabaseInitializer")).contains("migratorInitializer");
			assertThat(context.getBean(Names.class).names).containsExactly("Deadpond", "Rusty-Man");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "validate" })
	void theyAlsoRunAfterItWhenTheyWaitForHibernate(String ddl) {
		this.runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(HeroesConfiguration.class)
			.withPropertyValues("spring.jpa.defer-datasource-initialization=true",
					"spring.jpa.hibernate.ddl-auto=" + ddl)
			.run((context) -> {
				assertThat(dependsOn(context, "entityManagerFactory")).contains("migratorInitializer");
				assertThat(dependsOn(context, "dataSourceScriptDatabaseInitializer")).contains("entityManagerFactory");
				assertThat(new Names(JdbcClient.create(context.getBean(DataSource.class))).names)
					.containsExactly("Deadpond", "Rusty-Man");
			});
	}

	@Test
	void onAnEmbeddedDatabaseTheyDoSoWithoutTellingHibernateNotToMakeTables() {
		this.runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(HeroesConfiguration.class)
			.withPropertyValues("spring.jpa.defer-datasource-initialization=true")
			.run((context) -> assertThat(new Names(context.getBean(JdbcClient.class)).names).containsExactly("Deadpond",
					"Rusty-Man"));
	}

	@Test
	void usersOfJdbcWaitWhereInitializersWaitForAJpaThatIsNotThere() {
		Applications.embedded()
			.withConfiguration(
					AutoConfigurations.of(JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
			.withPropertyValues("spring.jpa.defer-datasource-initialization=true")
			.run((context) -> assertThat(dependsOn(context, "jdbcClient")).contains("migratorInitializer"));
	}

	@Test
	void scriptsThatTheApplicationDeclaresRunAfterItToo() {
		this.runner.withUserConfiguration(ScriptConfiguration.class).run((context) -> {
			assertThat(dependsOn(context, "scripts")).contains("migratorInitializer");
			assertThat(new Names(context.getBean(JdbcClient.class)).names).containsExactlyInAnyOrder("Deadpond",
					"Spider-Boy", "Rusty-Man");
		});
	}

	private static String[] dependsOn(AssertableApplicationContext context, String name) {
		assertThat(context).hasNotFailed();
		String[] names = context.getBeanFactory().getBeanDefinition(name).getDependsOn();
		return (names != null) ? names : new String[0];
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Hero.class)
	static class HeroesConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	static class ScriptConfiguration {

		@Bean
		DataSourceScriptDatabaseInitializer scripts(DataSource dataSource) {
			DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
			settings.setDataLocations(List.of("classpath:scripts/more.sql"));
			return new DataSourceScriptDatabaseInitializer(dataSource, settings);
		}

	}

	static class Names {

		private final List<String> names;

		Names(JdbcClient client) {
			this.names = client.sql("select name from hero order by id").query(String.class).list();
		}

	}

}
