package dev.migrator.boot.actuate;

import java.util.Collection;
import java.util.List;

import dev.migrator.execution.MigrationReport;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What {@code POST} did.
 *
 * @param command what was asked for
 * @param revisions the revisions applied or reverted, in order; none for a stamp
 * @param current the rows of the version table afterwards
 */
public record OutcomeDescriptor(String command, List<String> revisions,
		List<String> current) implements OperationResponseBody {

	static OutcomeDescriptor of(String command, MigrationReport report) {
		return new OutcomeDescriptor(command, report.steps().stream().map((step) -> step.revision().id()).toList(),
				List.copyOf(report.current()));
	}

	static OutcomeDescriptor stamped(Collection<String> current) {
		return new OutcomeDescriptor("stamp", List.of(), List.copyOf(current));
	}

}
