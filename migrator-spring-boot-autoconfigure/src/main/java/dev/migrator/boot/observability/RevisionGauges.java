package dev.migrator.boot.observability;

import java.util.Map;
import java.util.function.ToDoubleFunction;

import dev.migrator.Migrator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Gauges of the revisions that are applied and pending, for each migrator.
 */
final class RevisionGauges implements MeterBinder {

	private final Map<String, Migrator> migrators;

	RevisionGauges(Map<String, Migrator> migrators) {
		this.migrators = Map.copyOf(migrators);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.migrators.forEach((name, migrator) -> {
			RevisionCounts counts = new RevisionCounts(migrator, registry.config().clock());
			gauge(registry, name, counts, "applied", "Revisions that the database has applied",
					RevisionCounts::applied);
			gauge(registry, name, counts, "pending", "Revisions that the database has not applied",
					RevisionCounts::pending);
		});
	}

	private static void gauge(MeterRegistry registry, String migrator, RevisionCounts counts, String which,
			String description, ToDoubleFunction<RevisionCounts> value) {
		Gauge.builder("migrator.revisions." + which, counts, value)
			.description(description)
			.baseUnit("revisions")
			.tag("migrator", migrator)
			.strongReference(true)
			.register(registry);
	}

}
