package dev.migrator.boot;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.boot.test.Applications;
import dev.migrator.execution.MigrationListener;
import dev.migrator.revision.Step;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that start again in one process, in several contexts, or in a virtual
 * thread.
 */
class LifecycleTests {

	// As devtools does it: each start has a new class loader, and files have changed.
	@Test
	void aRestartSeesTheRevisionsThatCameMeanwhile(@TempDir Path classes) throws IOException {
		RevisionFolder revisions = new RevisionFolder(Files.createDirectories(classes.resolve("restart/migrations")));
		revisions.write("aaa111", "", "create table hero (name varchar(10));", "");
		DataSource database = Databases.h2();
		assertThat(restart(database, classes)).containsExactly("aaa111");
		revisions.write("bbb222", "aaa111", "create table team (name varchar(10));", "");
		assertThat(restart(database, classes)).containsExactly("aaa111", "bbb222");
	}

	private static List<String> restart(DataSource database, Path classes) throws IOException {
		List<String> applied = new ArrayList<>();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
				LifecycleTests.class.getClassLoader())) {
			Applications.on(database)
				.withClassLoader(loader)
				.withPropertyValues("migrator.locations=classpath:restart/migrations")
				.run((context) -> applied.addAll(context.getBean(Migrator.class).status().applied()));
		}
		return applied;
	}

	@Test
	void aChildContextDoesNotMigrateAgain() {
		try (ConfigurableApplicationContext child = new SpringApplicationBuilder(ParentApplication.class)
			.web(WebApplicationType.NONE)
			.child(ChildApplication.class)
			.web(WebApplicationType.NONE)
			.run()) {
			assertThat(child.getBean(Counting.class).revisions).containsExactly("1975ea83b712", Applications.HEAD);
			assertThat(child.getParent()).isInstanceOfSatisfying(ConfigurableApplicationContext.class, (parent) -> {
				assertThat(child.getBean(Migrator.class)).isSameAs(parent.getBean(Migrator.class));
				parent.close();
			});
		}
	}

	@Test
	void aChildContextMigratesTheDatabaseThatIsItsOwn() {
		try (ConfigurableApplicationContext child = new SpringApplicationBuilder(PlainParent.class)
			.web(WebApplicationType.NONE)
			.child(ChildWithDatabase.class)
			.web(WebApplicationType.NONE)
			.run()) {
			assertThat(child.getBean(Migrator.class).status().current()).containsExactly(Applications.HEAD);
			assertThat(child.getParent()).isInstanceOfSatisfying(ConfigurableApplicationContext.class,
					ConfigurableApplicationContext::close);
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void anApplicationMayStartInAVirtualThread() throws ReflectiveOperationException, InterruptedException {
		DataSource database = Databases.postgresql();
		List<String> current = new ArrayList<>();
		Runnable start = () -> Applications.on(database)
			.withPropertyValues("spring.threads.virtual.enabled=true")
			.run((context) -> current.addAll(context.getBean(Migrator.class).status().current()));
		Thread thread = (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, start);
		thread.join();
		assertThat(current).containsExactly(Applications.HEAD);
	}

	static class Counting implements MigrationListener {

		private final List<String> revisions = new ArrayList<>();

		@Override
		public void beforeRevision(Step step, int number, int count) {
			this.revisions.add(step.revision().id());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(MigratorAutoConfiguration.class)
	static class ParentApplication {

		@Bean
		DataSource dataSource() {
			return Databases.h2();
		}

		@Bean
		Counting counting() {
			return new Counting();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(MigratorAutoConfiguration.class)
	static class ChildApplication {

	}

	@Configuration(proxyBeanMethods = false)
	static class PlainParent {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(MigratorAutoConfiguration.class)
	static class ChildWithDatabase {

		@Bean
		DataSource dataSource() {
			return Databases.h2();
		}

	}

}
