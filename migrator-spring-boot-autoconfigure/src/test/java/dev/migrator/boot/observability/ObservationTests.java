package dev.migrator.boot.observability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.test.Applications;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Timers, spans and gauges of migrations.
 */
class ObservationTests {

	private final ApplicationContextRunner plain = Applications.embedded()
		.withConfiguration(AutoConfigurations.of(MigratorObservabilityAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.plain
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class, ObservationAutoConfiguration.class,
				SimpleMetricsExportAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class));

	@Test
	void eachRevisionHasATimer() {
		this.runner.run((context) -> {
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("migrator.revision").timers()).extracting((timer) -> timer.getId().getTag("revision"))
				.containsExactlyInAnyOrder("1975ea83b712", Applications.HEAD);
			Timer timer = meters.get("migrator.revision")
				.tags("revision", Applications.HEAD, "migrator", "migrator", "direction", "upgrade", "error", "none")
				.timer();
			assertThat(timer.count()).isOne();
			assertThat(meters.get("migrator.run").tags("direction", "upgrade").timer().count()).isOne();
		});
	}

	@Test
	void eachRevisionIsASpanWithinTheRun() {
		Spans spans = new Spans();
		this.runner.withBean(Spans.class, () -> spans)
			.run((context) -> assertThat(spans.spans).containsExactly("upgrade 1975ea83b712 in migrator upgrade",
					"upgrade 2b1ae634e5cd in migrator upgrade", "migrator upgrade"));
	}

	@Test
	void aFailureIsTold(@TempDir Path folder) {
		new RevisionFolder(folder).write("aaa111", "", "insert into nowhere values (1);", "");
		Spans spans = new Spans();
		this.runner.withBean(Spans.class, () -> spans)
			.withPropertyValues("migrator.locations=file:" + folder)
			.run((context) -> {
				assertThat(context).hasFailed();
				assertThat(spans.spans).containsExactly("upgrade aaa111 in migrator upgrade: MigrationFailedException",
						"migrator upgrade: MigrationFailedException");
			});
	}

	@Test
	void noObservationIsLeftOpen() {
		this.runner.run((context) -> {
			ObservationRegistry registry = context.getBean(ObservationRegistry.class);
			assertThat(registry.getCurrentObservation()).isNull();
			context.getBean(Migrator.class).upgrade();
			assertThat(registry.getCurrentObservation()).isNull();
		});
	}

	@Test
	void gaugesTellWhatIsAppliedAndPending() {
		this.runner.withPropertyValues("migrator.target=1975ea83b712").run((context) -> {
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("migrator.revisions.applied").tag("migrator", "migrator").gauge().value()).isOne();
			assertThat(meters.get("migrator.revisions.pending").tag("migrator", "migrator").gauge().value()).isOne();
		});
	}

	@Test
	void eachMigratorHasItsGauges() {
		DataSource heroes = Databases.h2();
		this.runner.withBean("heroes", Migrator.class, () -> Migrator.builder().dataSource(heroes).build())
			.withBean("teams", Migrator.class,
					() -> Migrator.builder().dataSource(Databases.h2()).target("1975").build())
			.run((context) -> {
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(meters.get("migrator.revisions.applied").tag("migrator", "heroes").gauge().value())
					.isEqualTo(2);
				assertThat(meters.get("migrator.revisions.applied").tag("migrator", "teams").gauge().value()).isOne();
			});
	}

	@Test
	void gaugesLookAtTheDatabaseOnceInHalfAMinute() {
		Migrator migrator = Migrator.builder().dataSource(Databases.h2()).build();
		MockClock clock = new MockClock();
		RevisionCounts counts = new RevisionCounts(migrator, clock);
		assertThat(counts.pending()).isEqualTo(2);
		migrator.upgrade();
		clock.add(RevisionCounts.AGE.minus(Duration.ofMillis(1)));
		assertThat(counts.pending()).isEqualTo(2);
		clock.add(Duration.ofMillis(1));
		assertThat(counts.pending()).isZero();
		assertThat(counts.applied()).isEqualTo(2);
	}

	@Test
	void aGaugeWithoutItsDatabaseHasNoNumber() {
		Migrator migrator = Migrator.builder()
			.dataSource(Databases.as(Databases.postgresql(), "nobody", "nothing"))
			.build();
		MeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new MockClock());
		new RevisionGauges(Map.of("migrator", migrator)).bindTo(meters);
		assertThat(meters.get("migrator.revisions.pending").gauge().value()).isNaN();
	}

	@Test
	void aHandlerThatUsesTheDatabaseDoesNotStandInTheWay() {
		this.runner.withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class))
			.withUserConfiguration(StoringConfiguration.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Migrator.class).status().current()).containsExactly(Applications.HEAD);
			});
	}

	@Test
	void nothingOfItIsNeeded() {
		this.plain.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("migratorRevisionGauges"));
	}

	static class Spans implements ObservationHandler<Observation.Context> {

		private final List<String> spans = new ArrayList<>();

		@Override
		public void onStop(Observation.Context context) {
			if (String.valueOf(context.getName()).startsWith("migrator.")) {
				this.spans.add(context.getContextualName() + parent(context.getParentObservation())
						+ ((context.getError() != null) ? ": " + context.getError().getClass().getSimpleName() : ""));
			}
		}

		private static String parent(@Nullable ObservationView parent) {
			return (parent != null) ? " in " + parent.getContextView().getContextualName() : "";
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class StoringConfiguration {

		@Bean
		ObservationRegistryCustomizer<ObservationRegistry> storing(JdbcTemplate template) {
			return (registry) -> registry.observationConfig().observationPredicate((name, context) -> template != null);
		}

	}

}
