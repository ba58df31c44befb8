package dev.migrator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationListener;
import dev.migrator.execution.MigrationReport;
import dev.migrator.execution.SentStatement;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What listeners are told of, and when.
 */
class ListenerTests {

	@TempDir
	Path folder;

	private RevisionFolder revisions = new RevisionFolder(Path.of(""));

	private final DataSource database = Databases.h2();

	private final List<String> told = new ArrayList<>();

	@BeforeEach
	void writeRevisions() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", "create table hero (name varchar(10));", "drop table hero;");
		this.revisions.write("bbb222", "aaa111", "insert into hero values ('Deadpond');", "delete from hero;");
	}

	@Test
	void aRunIsToldBeforeAndAfterItsRevisions() {
		migrator().upgrade();
		assertThat(this.told).containsExactly("run upgrade aaa111 bbb222", "revision aaa111 1/2", "done aaa111",
				"revision bbb222 2/2", "done bbb222", "run done upgrade aaa111 bbb222");
	}

	@Test
	void aRunWithNothingToDoIsToldToo() {
		this.revisions.migrator(this.database).upgrade();
		migrator().upgrade();
		assertThat(this.told).containsExactly("run upgrade", "run done upgrade");
	}

	@Test
	void aDowngradeIsARunToo() {
		this.revisions.migrator(this.database).upgrade();
		migrator().downgrade("-1");
		assertThat(this.told).containsExactly("run downgrade bbb222", "revision bbb222 1/1", "done bbb222",
				"run done downgrade bbb222");
	}

	@Test
	void aFailureIsToldOfTheRevisionAndOfTheRun() {
		this.revisions.write("ccc333", "bbb222", "insert into nowhere values (1);", "");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator().upgrade());
		assertThat(this.told).endsWith("done bbb222", "revision ccc333 3/3", "failed ccc333", "run failed upgrade");
	}

	@Test
	void aRunThatDoesNotBeginIsNotTold() {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator().upgrade("nowhere"));
		assertThat(this.told).isEmpty();
	}

	@Test
	void aListenerThatThrowsStopsTheRunAndTheOthersAreToldThatItFailed() {
		Migrator migrator = migrator().with(new MigrationListener() {

			@Override
			public void beforeRevision(Step step, int number, int count) {
				throw new IllegalStateException("not now");
			}

		});
		assertThatIllegalStateException().isThrownBy(migrator::upgrade).withMessage("not now");
		assertThat(this.told).containsExactly("run upgrade aaa111 bbb222", "revision aaa111 1/2", "failed aaa111",
				"run failed upgrade");
		assertThat(migrator.status().current()).isEmpty();
	}

	@Test
	void whoIsToldOfTheEndMayUseThePoolOfOneConnection() {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(this.database);
			pool.setMaximumPoolSize(1);
			pool.setConnectionTimeout(500);
			List<String> current = new ArrayList<>();
			Migrator migrator = this.revisions.migrator(pool);
			migrator.with(new MigrationListener() {

				@Override
				public void afterRun(Direction direction, MigrationReport report) {
					current.addAll(migrator.status().current());
				}

			}).upgrade();
			assertThat(current).containsExactly("bbb222");
		}
	}

	@Test
	void whatIsLoggedMeanwhileCarriesTheRevisionsId() {
		List<@Nullable String> ids = new ArrayList<>();
		this.revisions.builder(this.database).listener(new MigrationListener() {

			@Override
			public void beforeRun(Direction direction, List<Step> steps) {
				ids.add(MDC.get("migrator.revision"));
			}

			@Override
			public void beforeStatement(Step step, SentStatement statement) {
				ids.add(MDC.get("migrator.revision"));
			}

			@Override
			public void afterRevision(Step step, Duration duration) {
				ids.add(MDC.get("migrator.revision"));
			}

		}).build().upgrade();
		assertThat(ids).containsExactly(null, "aaa111", "aaa111", "bbb222", "bbb222");
		assertThat(MDC.get("migrator.revision")).isNull();
	}

	private Migrator migrator() {
		return this.revisions.builder(this.database).listener(new Telling(this.told)).build();
	}

	private record Telling(List<String> told) implements MigrationListener {

		@Override
		public void beforeRun(Direction direction, List<Step> steps) {
			this.told.add("run " + direction.code() + ids(steps));
		}

		@Override
		public void afterRun(Direction direction, MigrationReport report) {
			this.told.add("run done " + direction.code() + ids(report.steps()));
		}

		@Override
		public void runFailed(Direction direction, RuntimeException failure) {
			this.told.add("run failed " + direction.code());
		}

		@Override
		public void beforeRevision(Step step, int number, int count) {
			this.told.add("revision %s %d/%d".formatted(step.revision().id(), number, count));
		}

		@Override
		public void afterRevision(Step step, Duration duration) {
			this.told.add("done " + step.revision().id());
		}

		@Override
		public void revisionFailed(Step step, RuntimeException failure) {
			this.told.add("failed " + step.revision().id());
		}

		private static String ids(List<Step> steps) {
			StringBuilder ids = new StringBuilder();
			steps.forEach((step) -> ids.append(' ').append(step.revision().id()));
			return ids.toString();
		}

	}

}
