package dev.migrator.boot.actuate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.Migrator;
import dev.migrator.execution.DatabaseStatus;
import dev.migrator.execution.HistoryEntry;
import dev.migrator.execution.HistoryState;
import dev.migrator.execution.MigrationStatus;
import dev.migrator.revision.Step;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * {@link HealthIndicator} that tells whether the database has what this version of the
 * application needs: down if one of its revisions failed, out of service if one is
 * pending up to the configured target or is just being applied. What only a newer version
 * has does not count: while that one is deployed, this one is still up.
 */
public class MigrationsHealthIndicator extends AbstractHealthIndicator {

	private final Migrator migrator;

	/**
	 * Create an indicator.
	 * @param migrator looks at the database
	 */
	public MigrationsHealthIndicator(Migrator migrator) {
		super("The database cannot be asked for its revisions");
		this.migrator = migrator;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		MigrationStatus status = this.migrator.status();
		Map<String, HistoryEntry> unfinished = unfinished(status);
		List<String> pending = pending(status);
		if (unfinished.values().stream().anyMatch((entry) -> entry.state() == HistoryState.FAILED)) {
			builder.down().withDetail("state", "failed");
		}
		else if (!unfinished.isEmpty()) {
			builder.outOfService().withDetail("state", "started");
		}
		else {
			((pending.isEmpty()) ? builder.up() : builder.outOfService()).withDetail("state", state(status, pending));
		}
		builder.withDetail("current", status.current()).withDetail("heads", status.heads());
		detail(builder, "pending", pending);
		detail(builder, "unfinished", unfinished.keySet());
	}

	private static void detail(Health.Builder builder, String name, Collection<String> revisions) {
		if (!revisions.isEmpty()) {
			builder.withDetail(name, List.copyOf(revisions));
		}
	}

	// Revisions behind the target are not meant to be applied.
	private static String state(MigrationStatus status, List<String> pending) {
		return ((pending.isEmpty() && status.status() == DatabaseStatus.PENDING) ? DatabaseStatus.UP_TO_DATE
				: status.status())
			.code();
	}

	private Map<String, HistoryEntry> unfinished(MigrationStatus status) {
		Map<String, HistoryEntry> unfinished = new LinkedHashMap<>(status.unfinished());
		unfinished.keySet().removeIf((revision) -> !this.migrator.scripts().contains(revision));
		return unfinished;
	}

	private List<String> pending(MigrationStatus status) {
		if (status.pending().isEmpty()) {
			return List.of();
		}
		if (status.status() == DatabaseStatus.DIVERGED) {
			return status.pending().stream().map((revision) -> revision.id()).toList();
		}
		List<Step> steps = status.graph().upgrade(status.current(), List.of(this.migrator.settings().target())).steps();
		return steps.stream().map((step) -> step.revision().id()).toList();
	}

}
