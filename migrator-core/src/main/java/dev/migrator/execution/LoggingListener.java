package dev.migrator.execution;

import java.time.Duration;

import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line a revision into the log.
 */
public final class LoggingListener implements MigrationListener {

	private static final Logger logger = LoggerFactory.getLogger("dev.migrator.Migrator");

	@Override
	public void afterRevision(Step step, Duration duration) {
		logger.info("{} {} ({} ms)", (step.direction() == Direction.UPGRADE) ? "Upgraded" : "Downgraded",
				describe(step), duration.toMillis());
	}

	/**
	 * Describe a step in one line.
	 * @param step the step
	 * @return from where to where, and the revision's message
	 */
	static String describe(Step step) {
		RevisionInfo revision = step.revision();
		String down = (revision.downRevisions().isEmpty()) ? "<base>" : String.join(", ", revision.downRevisions());
		boolean upgrade = step.direction() == Direction.UPGRADE;
		return "%s -> %s%s".formatted((upgrade) ? down : revision.id(), (upgrade) ? revision.id() : down,
				(revision.message().isEmpty()) ? "" : ", " + revision.message());
	}

}
