package dev.migrator.boot.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrator.boot.test.Applications;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline.TimelineEvent;
import org.springframework.core.metrics.StartupStep;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Steps of the start, as the endpoint {@code startup} shows them.
 */
class StartupStepTests {

	@Test
	void theRunAndEachRevisionAreSteps() {
		BufferingApplicationStartup startup = new BufferingApplicationStartup(10_000);
		Applications.embedded()
			.withConfiguration(AutoConfigurations.of(MigratorObservabilityAutoConfiguration.class))
			.withInitializer((context) -> context.setApplicationStartup(startup))
			.run((context) -> assertThat(context).hasNotFailed());
		List<StartupStep> steps = startup.getBufferedTimeline()
			.getEvents()
			.stream()
			.map(TimelineEvent::getStartupStep)
			.filter((step) -> step.getName().startsWith("migrator."))
			.toList();
		assertThat(steps).extracting(StartupStep::getName)
			.containsExactly("migrator.revision", "migrator.revision", "migrator.run");
		StartupStep run = steps.get(2);
		assertThat(tags(run)).containsExactly("migrator=migrator", "direction=upgrade", "revisions=2");
		assertThat(tags(steps.get(0))).containsExactly("migrator=migrator", "direction=upgrade",
				"revision=1975ea83b712");
		assertThat(Objects.requireNonNull(steps.get(1).getParentId())).isEqualTo(run.getId());
	}

	private static List<String> tags(StartupStep step) {
		List<String> tags = new ArrayList<>();
		step.getTags().forEach((tag) -> tags.add(tag.getKey() + "=" + tag.getValue()));
		return tags;
	}

}
