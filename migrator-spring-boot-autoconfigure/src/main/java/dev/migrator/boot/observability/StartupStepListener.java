package dev.migrator.boot.observability;

import java.util.List;

import dev.migrator.boot.event.MigrationSource;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * Makes runs and revisions steps of the application's start.
 */
final class StartupStepListener extends ScopeListener<StartupStep> {

	private final MigrationSource source;

	private final ApplicationStartup startup;

	StartupStepListener(MigrationSource source, ApplicationStartup startup) {
		this.source = source;
		this.startup = startup;
	}

	@Override
	StartupStep openRun(Direction direction, List<Step> steps) {
		return this.startup.start("migrator.run")
			.tag("migrator", this.source.name())
			.tag("direction", direction.code())
			.tag("revisions", String.valueOf(steps.size()));
	}

	@Override
	StartupStep openRevision(Step step) {
		return this.startup.start("migrator.revision")
			.tag("migrator", this.source.name())
			.tag("direction", step.direction().code())
			.tag("revision", step.revision().id());
	}

	@Override
	void close(StartupStep scope, @Nullable RuntimeException failure) {
		if (failure != null) {
			scope.tag("error", failure.getClass().getSimpleName());
		}
		scope.end();
	}

}
