package dev.migrator.boot.observability;

import java.time.Duration;
import java.util.List;

import dev.migrator.boot.event.MigrationEvent;
import dev.migrator.boot.event.MigrationRunCompletedEvent;
import dev.migrator.boot.event.MigrationRunFailedEvent;
import dev.migrator.boot.event.MigrationRunStartingEvent;
import dev.migrator.boot.event.MigrationSource;
import dev.migrator.boot.event.RevisionCompletedEvent;
import dev.migrator.boot.event.RevisionFailedEvent;
import dev.migrator.boot.event.RevisionStartingEvent;
import dev.migrator.execution.MigrationListener;
import dev.migrator.execution.MigrationReport;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes application events.
 */
final class EventPublishingListener implements MigrationListener {

	private static final Logger logger = LoggerFactory.getLogger(EventPublishingListener.class);

	private final MigrationSource source;

	private final ApplicationEventPublisher publisher;

	EventPublishingListener(MigrationSource source, ApplicationEventPublisher publisher) {
		this.source = source;
		this.publisher = publisher;
	}

	@Override
	public void beforeRun(Direction direction, List<Step> steps) {
		publish(new MigrationRunStartingEvent(this.source, direction, steps));
	}

	@Override
	public void afterRun(Direction direction, MigrationReport report) {
		publish(new MigrationRunCompletedEvent(this.source, direction, report));
	}

	@Override
	public void runFailed(Direction direction, RuntimeException failure) {
		publish(new MigrationRunFailedEvent(this.source, direction, failure));
	}

	@Override
	public void beforeRevision(Step step, int number, int count) {
		publish(new RevisionStartingEvent(this.source, step));
	}

	@Override
	public void afterRevision(Step step, Duration duration) {
		publish(new RevisionCompletedEvent(this.source, step, duration));
	}

	@Override
	public void revisionFailed(Step step, RuntimeException failure) {
		publish(new RevisionFailedEvent(this.source, step, failure));
	}

	// A listener of all events may use the database, and so be made after the migration
	// only.
	private void publish(MigrationEvent event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (BeansException ex) {
			if (!ex.contains(BeanCurrentlyInCreationException.class)) {
				throw ex;
			}
			logger.warn("{} was not published: a listener of it waits for the migration itself. {}",
					event.getClass().getSimpleName(), ex.getMostSpecificCause().getMessage());
		}
	}

}
