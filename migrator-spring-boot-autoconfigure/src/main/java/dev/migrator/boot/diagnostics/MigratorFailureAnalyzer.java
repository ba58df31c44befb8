package dev.migrator.boot.diagnostics;

import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Reports what Migrator says of a failed start, and which property or command helps an
 * application of Spring Boot. It comes before the analyzers of Boot, since a
 * {@link MigratorException} knows more than what caused it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class MigratorFailureAnalyzer extends AbstractFailureAnalyzer<MigratorException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigratorException cause) {
		return new FailureAnalysis(cause.problem(), action(cause), cause);
	}

	private static @Nullable String action(MigratorException cause) {
		return switch (cause.category()) {
			case NO_REVISIONS -> joined(cause.action(),
					"A revision is an SQL file under 'src/main/resources/db/migrations' or a class in the package"
							+ " 'db.migrations', unless 'migrator.locations' names another place."
							+ " To start without migrations, set 'migrator.on-startup=none'.");
			case MULTIPLE_HEADS ->
				joined(cause.action(), "Join the heads by a new revision with 'migrator merge heads -m \"<message>\"',"
						+ " or set 'migrator.target=heads' if the branches are meant to stay apart.");
			case UNKNOWN_REVISION -> joined(cause.action(),
					"If the application was connected to the wrong database, check 'spring.datasource.url'"
							+ " and 'migrator.url'.");
			case PENDING_REVISIONS -> "Upgrade the database with 'migrator upgrade', or let the application do it"
					+ " with 'migrator.on-startup=upgrade'.";
			case MIGRATION_FAILED -> joined(cause.action(), place(cause));
			default -> cause.action();
		};
	}

	private static @Nullable String place(MigratorException cause) {
		return (cause instanceof MigrationFailedException failure)
				? "To see where the database is, run 'migrator current' or 'migrator show %s'."
					.formatted(failure.revision())
				: null;
	}

	private static @Nullable String joined(@Nullable String advice, @Nullable String more) {
		if (advice == null || more == null) {
			return (advice != null) ? advice : more;
		}
		return advice + System.lineSeparator() + System.lineSeparator() + more;
	}

}
