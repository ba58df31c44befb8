package dev.migrator.boot;

import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.UserInitializers.Early;
import dev.migrator.boot.UserInitializers.Late;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.boot.heroes.Hero;
import dev.migrator.boot.heroes.HeroRepository;
import dev.migrator.boot.test.Applications;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the upgrade happens while an application starts.
 */
class StartupTests {

	@TempDir
	Path folder;

	@Test
	void theInitializersOfOthersRunBeforeOrAfterTheUpgradeByTheirOrder() {
		new RevisionFolder(this.folder).write("aaa111", "",
				"create table hero (name hero_name);\ninsert into hero values ('Deadpond');", "");
		DataSource database = Databases.h2();
		Applications.on(database)
			.withBean(Late.class)
			.withBean(Early.class)
			.withPropertyValues("migrator.locations=file:" + this.folder)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(names(database)).containsExactly("Deadpond", "Spider-Boy");
			});
	}

	@Test
	void lazyInitializationDoesNotPutTheUpgradeOff() {
		try (ConfigurableApplicationContext context = run(JdbcApplication.class,
				"spring.main.lazy-initialization=true")) {
			assertThat(context.getBeanFactory().containsSingleton("jdbcClient")).isFalse();
			assertThat(names(context.getBean(DataSource.class))).containsExactly("Deadpond");
		}
	}

	@Test
	void withLazyInitializationJpaFindsTheSchema() {
		try (ConfigurableApplicationContext context = run(JpaApplication.class, "spring.main.lazy-initialization=true",
				"spring.jpa.hibernate.ddl-auto=validate")) {
			assertThat(context.getBean(HeroRepository.class).findAll()).extracting(Hero::getName)
				.containsExactly("Deadpond");
		}
	}

	@Test
	void withJpaAndBackgroundStartTheUpgradeComesFirst() {
		try (ConfigurableApplicationContext context = run(JpaApplication.class,
				"spring.data.jpa.repositories.bootstrap-mode=deferred", "spring.jpa.hibernate.ddl-auto=validate")) {
			assertThat(context.getBean(HeroRepository.class).count()).isOne();
		}
	}

	@Test
	void anApplicationWithAUrlOfMariadbIsUpgradedAndItsEntitiesFindTheirTables() {
		new RevisionFolder(this.folder).write("aaa111", "",
				"create table hero (id bigint auto_increment primary key, name varchar(255) not null);\n"
						+ "insert into hero (name) values ('Deadpond');",
				"drop table hero;");
		try (SqlSession session = JdbcSession.open(Databases.mariadb())) {
			String url = String.valueOf(session.database().url());
			try (ConfigurableApplicationContext context = run(JpaApplication.class, "spring.datasource.url=" + url,
					"spring.datasource.username=migrator", "spring.datasource.generate-unique-name=false",
					"migrator.locations=file:" + this.folder, "spring.jpa.hibernate.ddl-auto=validate")) {
				Migrator migrator = context.getBean(Migrator.class);
				assertThat(migrator.status().database().product()).isEqualTo("MariaDB");
				assertThat(migrator.status().pending()).isEmpty();
				assertThat(context.getBean(HeroRepository.class).findAll()).extracting(Hero::getName)
					.containsExactly("Deadpond");
			}
		}
	}

	@Test
	void aStrategyIsAskedForEachMigrator() {
		DataSource first = Databases.h2();
		DataSource second = Databases.h2();
		Applications.bare()
			.withBean("first", Migrator.class, () -> Migrator.builder().dataSource(first).build())
			.withBean("second", Migrator.class, () -> Migrator.builder().dataSource(second).build())
			.withBean(MigrationStrategy.class, () -> (migrator) -> {
				if (first.equals(migrator.dataSource())) {
					migrator.upgrade();
				}
			})
			.run((context) -> {
				assertThat(context.getBean("first", Migrator.class).status().pending()).isEmpty();
				assertThat(context.getBean("second", Migrator.class).status().current()).isEmpty();
			});
	}

	private static ConfigurableApplicationContext run(Class<?> application, String... properties) {
		SpringApplication spring = new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("spring.datasource.generate-unique-name=true")
			.properties(properties)
			.build();
		return spring.run();
	}

	private static List<String> names(DataSource dataSource) {
		return JdbcClient.create(dataSource).sql("select name from hero").query(String.class).list();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class, MigratorAutoConfiguration.class })
	static class JdbcApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Hero.class)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class,
			TaskExecutionAutoConfiguration.class, MigratorAutoConfiguration.class })
	static class JpaApplication {

	}

}
