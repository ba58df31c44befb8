package dev.migrator.boot.actuate;

import java.util.List;

import dev.migrator.RevisionView;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * One revision with its SQL.
 *
 * @param revision the revision
 * @param location the file or class, or {@code null} if only the history tells of it
 * @param upgrade the statements of its upgrade
 * @param downgrade the statements of its downgrade
 * @param note what the statements do not tell, or {@code null}
 */
public record RevisionDescriptor(RevisionView revision, @Nullable String location, List<String> upgrade,
		List<String> downgrade, @Nullable String note) implements OperationResponseBody {

}
