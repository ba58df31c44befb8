package dev.migrator.boot.observability;

import java.time.Duration;

import dev.migrator.Migrator;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationStatus;
import io.micrometer.core.instrument.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many revisions a database has applied and lacks. It is looked at once in half a
 * minute at most, however often meters are read.
 */
final class RevisionCounts {

	/** How long what was seen is good for. */
	static final Duration AGE = Duration.ofSeconds(30);

	private static final Logger logger = LoggerFactory.getLogger(RevisionCounts.class);

	private final Migrator migrator;

	private final Clock clock;

	private @Nullable Seen seen;

	RevisionCounts(Migrator migrator, Clock clock) {
		this.migrator = migrator;
		this.clock = clock;
	}

	double applied() {
		return look().applied();
	}

	double pending() {
		return look().pending();
	}

	private synchronized Seen look() {
		Seen last = this.seen;
		long now = this.clock.monotonicTime();
		if (last == null || now - last.at() >= AGE.toNanos()) {
			last = read(now);
			this.seen = last;
		}
		return last;
	}

	private Seen read(long now) {
		try {
			MigrationStatus status = this.migrator.status();
			return new Seen(now, status.applied().size(), status.pending().size());
		}
		catch (MigratorException ex) {
			// As with all gauges, a value that is not known is no number.
			logger.debug("How many revisions are applied cannot be told", ex);
			return new Seen(now, Double.NaN, Double.NaN);
		}
	}

	private record Seen(long at, double applied, double pending) {

	}

}
