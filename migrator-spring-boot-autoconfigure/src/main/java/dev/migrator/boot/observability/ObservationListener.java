package dev.migrator.boot.observability;

import java.util.List;

import dev.migrator.boot.event.MigrationSource;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes runs and revisions observations, which become timers and spans. The registry is
 * asked for when the first run begins.
 */
final class ObservationListener extends ScopeListener<Observation.Scope> {

	private static final Logger logger = LoggerFactory.getLogger(ObservationListener.class);

	private final MigrationSource source;

	private final ObjectProvider<ObservationRegistry> registry;

	ObservationListener(MigrationSource source, ObjectProvider<ObservationRegistry> registry) {
		this.source = source;
		this.registry = registry;
	}

	@Override
	Observation.Scope openRun(Direction direction, List<Step> steps) {
		return open(observation("migrator.run", direction).contextualName("migrator " + direction.code())
			.highCardinalityKeyValue("revisions", String.valueOf(steps.size())));
	}

	// As many ids as there are files: few enough for a tag of a timer.
	@Override
	Observation.Scope openRevision(Step step) {
		RevisionInfo revision = step.revision();
		return open(observation("migrator.revision", step.direction())
			.contextualName("%s %s".formatted(step.direction().code(), revision.id()))
			.lowCardinalityKeyValue("revision", revision.id())
			.highCardinalityKeyValue("message", revision.message()));
	}

	private Observation observation(String name, Direction direction) {
		return Observation.createNotStarted(name, registry())
			.lowCardinalityKeyValue("migrator", this.source.name())
			.lowCardinalityKeyValue("direction", direction.code());
	}

	// What exports meters or spans may use the database, and so be made after the
	// migration only.
	private ObservationRegistry registry() {
		try {
			return this.registry.getIfAvailable(() -> ObservationRegistry.NOOP);
		}
		catch (BeansException ex) {
			if (!ex.contains(BeanCurrentlyInCreationException.class)) {
				throw ex;
			}
			logger.warn("The migration is not observed: what observes it waits for the migration itself. {}",
					ex.getMostSpecificCause().getMessage());
			return ObservationRegistry.NOOP;
		}
	}

	private static Observation.Scope open(Observation observation) {
		return observation.start().openScope();
	}

	@Override
	void close(Observation.Scope scope, @Nullable RuntimeException failure) {
		scope.close();
		Observation observation = scope.getCurrentObservation();
		if (failure != null) {
			observation.error(failure);
		}
		observation.stop();
	}

}
