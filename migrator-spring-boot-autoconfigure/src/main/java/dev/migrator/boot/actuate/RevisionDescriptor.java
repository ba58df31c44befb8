package dev.migrator.boot.actuate;

import java.util.List;

import dev.migrator.RevisionView;
import dev.migrator.execution.RevisionDetails;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * One revision with its SQL. Values of placeholders, which may be secrets, are not shown.
 *
 * @param revision the revision
 * @param location the file or class, or {@code null} if only the history tells of it
 * @param upgrade the statements of its upgrade
 * @param downgrade the statements of its downgrade
 * @param note what the statements do not tell, or {@code null}
 */
public record RevisionDescriptor(RevisionView revision, @Nullable String location, List<String> upgrade,
		List<String> downgrade, @Nullable String note) implements OperationResponseBody {

	static RevisionDescriptor of(RevisionDetails details, RevisionGraph graph) {
		return new RevisionDescriptor(RevisionView.of(details.info(), graph, details.applied()), details.location(),
				details.upgrade(), details.downgrade(), details.note());
	}

}
