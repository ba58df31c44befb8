package dev.migrator.boot.observability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.migrator.Migrator;
import dev.migrator.boot.event.MigrationEvent;
import dev.migrator.boot.event.MigrationRunCompletedEvent;
import dev.migrator.boot.event.MigrationRunFailedEvent;
import dev.migrator.boot.event.MigrationRunStartingEvent;
import dev.migrator.boot.event.RevisionCompletedEvent;
import dev.migrator.boot.event.RevisionFailedEvent;
import dev.migrator.boot.event.RevisionStartingEvent;
import dev.migrator.boot.test.Applications;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Application events of migrations.
 */
class MigrationEventsTests {

	private final ApplicationContextRunner runner = Applications.embedded()
		.withConfiguration(AutoConfigurations.of(MigratorObservabilityAutoConfiguration.class));

	@Test
	void listenersHearOfTheRunAndEachRevisionDuringTheStart() {
		this.runner.withBean(Hearing.class).run((context) -> {
			assertThat(context.getBean(Hearing.class).heard).containsExactly(
					"migrator run [1975ea83b712, 2b1ae634e5cd]", "1975ea83b712", "1975ea83b712 done", "2b1ae634e5cd",
					"2b1ae634e5cd done", "run done [2b1ae634e5cd]");
			assertThat(context.getBean(Hearing.class).last).isNotNull()
				.extracting((event) -> event.getMigrator().settings())
				.isSameAs(context.getBean(Migrator.class).settings());
		});
	}

	@Test
	void aFailureIsHeardOf(@TempDir Path folder) {
		new RevisionFolder(folder).write("aaa111", "", "insert into nowhere values (1);", "");
		Hearing hearing = new Hearing();
		this.runner.withBean("hearing", Hearing.class, () -> hearing)
			.withPropertyValues("migrator.locations=file:" + folder)
			.run((context) -> {
				assertThat(context).hasFailed();
				assertThat(hearing.heard).containsExactly("migrator run [aaa111]", "aaa111", "aaa111 failed",
						"run failed");
			});
	}

	@Test
	void aListenerThatThrowsStopsTheMigration() {
		this.runner.withInitializer((context) -> context.addApplicationListener((ApplicationEvent event) -> {
			if (event instanceof RevisionStartingEvent) {
				throw new IllegalStateException("not now");
			}
		})).run((context) -> assertThat(context).getFailure().rootCause().hasMessage("not now"));
	}

	@Test
	void migratorsOfTheApplicationAreHeardOfByTheirNames() {
		this.runner.withBean("heroes", Migrator.class, () -> Migrator.builder().dataSource(Databases.h2()).build())
			.withBean(Hearing.class)
			.run((context) -> assertThat(context.getBean(Hearing.class).heard)
				.contains("heroes run [1975ea83b712, 2b1ae634e5cd]"));
	}

	@Test
	void commandsMakeNoListenerAndAreNotHeardOf() {
		Hearing hearing = new Hearing();
		this.runner.withBean("hearing", Hearing.class, () -> hearing)
			.withPropertyValues("migrator.command-mode=true")
			.run((context) -> {
				context.getBean(Migrator.class).upgrade();
				assertThat(hearing.heard).isEmpty();
			});
	}

	@Test
	void annotatedMethodsHearOfWhatRunsLater() {
		this.runner.withBean(Annotated.class).run((context) -> {
			context.getBean(Migrator.class).downgrade("-1");
			assertThat(context.getBean(Annotated.class).reverted).containsExactly("2b1ae634e5cd");
		});
	}

	@Test
	void aListenerOfAllEventsThatUsesTheDatabaseDoesNotStandInTheWay() {
		Logger logger = (Logger) LoggerFactory.getLogger(EventPublishingListener.class);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.setLevel(Level.WARN);
		logger.setAdditive(false);
		logger.addAppender(log);
		this.runner.withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class))
			.withBean(UsingTheDatabase.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Migrator.class).status().current()).containsExactly(Applications.HEAD);
				assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
					.anyMatch((line) -> line.startsWith("RevisionStartingEvent was not published"));
			});
		logger.detachAppender(log);
	}

	static class Hearing implements ApplicationListener<MigrationEvent> {

		private final List<String> heard = new ArrayList<>();

		private @Nullable MigrationEvent last;

		@Override
		public void onApplicationEvent(MigrationEvent event) {
			this.last = event;
			this.heard.add(describe(event));
		}

		private static String describe(MigrationEvent event) {
			if (event instanceof MigrationRunStartingEvent run) {
				return "%s run %s".formatted(run.getMigratorName(),
						run.getRevisions().stream().map(RevisionInfo::id).toList());
			}
			if (event instanceof MigrationRunCompletedEvent run) {
				return "run done " + run.getReport().current();
			}
			if (event instanceof RevisionStartingEvent revision) {
				return revision.getRevision().id();
			}
			if (event instanceof RevisionCompletedEvent revision) {
				return revision.getRevision().id() + " done";
			}
			return (event instanceof RevisionFailedEvent revision) ? revision.getRevision().id() + " failed"
					: event.getClass().equals(MigrationRunFailedEvent.class) ? "run failed" : "?";
		}

	}

	static class Annotated {

		private final List<String> reverted = new ArrayList<>();

		@EventListener
		void on(RevisionCompletedEvent event) {
			this.reverted.add(event.getRevision().id());
		}

	}

	static class UsingTheDatabase implements ApplicationListener<ApplicationEvent> {

		UsingTheDatabase(JdbcTemplate template) {
		}

		@Override
		public void onApplicationEvent(ApplicationEvent event) {
		}

	}

}
