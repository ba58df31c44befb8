package dev.migrator.boot.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.Migrator;
import dev.migrator.RevisionView;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationReport;
import dev.migrator.execution.RevisionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.context.ApplicationContext;

/**
 * {@link Endpoint @Endpoint} that shows how databases stand to the revisions, and
 * migrates them if its access is unrestricted.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public class MigrationsEndpoint {

	private final ApplicationContext context;

	/**
	 * Create the endpoint.
	 * @param context the context whose migrators are shown, and those of its parents
	 */
	public MigrationsEndpoint(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * Show all databases.
	 * @return how they stand to the revisions
	 */
	@ReadOperation
	public MigrationsDescriptor migrations() {
		Map<String, ContextDescriptor> contexts = new LinkedHashMap<>();
		for (ApplicationContext current = this.context; current != null; current = current.getParent()) {
			Map<String, MigratorDescriptor> migrators = new LinkedHashMap<>();
			current.getBeansOfType(Migrator.class)
				.forEach((name, migrator) -> migrators.put(name, MigratorDescriptor.of(migrator)));
			ApplicationContext parent = current.getParent();
			contexts.put(String.valueOf(current.getId()),
					new ContextDescriptor(migrators, (parent != null) ? parent.getId() : null));
		}
		return new MigrationsDescriptor(contexts);
	}

	/**
	 * Show one revision.
	 * @param id its id or the beginning of it
	 * @return the revision with its SQL, or {@code null} if there is none
	 */
	@ReadOperation
	public @Nullable RevisionDescriptor migration(@Selector String id) {
		for (Migrator migrator : migrators().values()) {
			try {
				RevisionDetails details = migrator.show(id);
				return new RevisionDescriptor(
						RevisionView.of(details.info(), migrator.scripts().graph(), details.applied()),
						details.location(), details.upgrade(), details.downgrade(), details.note());
			}
			catch (MigratorException ex) {
				if (ex.category() == ErrorCategory.AMBIGUOUS) {
					throw new InvalidEndpointRequestException(ex.problem(), ex.problem(), ex);
				}
				if (ex.category() != ErrorCategory.NOT_FOUND) {
					throw ex;
				}
			}
		}
		return null;
	}

	/**
	 * Migrate.
	 * @param command {@code upgrade} or {@code downgrade}
	 * @param target the symbol of the revision to go to; for an upgrade the configured
	 * target if it is missing
	 * @param migrator the name of the bean, if there are several
	 * @return what was done with status 200, or what went wrong with status 400 for a
	 * wrong request and 409 if the database could not be migrated
	 */
	@WriteOperation
	public WebEndpointResponse<?> migrate(String command, @Nullable String target, @Nullable String migrator) {
		Migrator chosen = choose(migrator);
		try {
			return new WebEndpointResponse<>(OutcomeDescriptor.of(command, run(chosen, command, target)));
		}
		catch (MigratorException ex) {
			return new WebEndpointResponse<>(ErrorDescriptor.of(ex),
					(isRequestWrong(ex.category())) ? WebEndpointResponse.STATUS_BAD_REQUEST : 409);
		}
	}

	private static MigrationReport run(Migrator migrator, String command, @Nullable String target) {
		return switch (command) {
			case "upgrade" -> (target != null) ? migrator.upgrade(target) : migrator.upgrade();
			case "downgrade" -> migrator.downgrade(required(target));
			default ->
				throw invalid("The command '%s' is not known; it is 'upgrade' or 'downgrade'.".formatted(command));
		};
	}

	private static String required(@Nullable String target) {
		if (target == null) {
			throw invalid("A downgrade needs a target: a revision, '-1' or 'base'.");
		}
		return target;
	}

	private static boolean isRequestWrong(ErrorCategory category) {
		return switch (category) {
			case NOT_FOUND, AMBIGUOUS, MULTIPLE_HEADS, NOT_ANCESTOR, RELATIVE_OUT_OF_RANGE -> true;
			default -> false;
		};
	}

	private Migrator choose(@Nullable String name) {
		Map<String, Migrator> migrators = migrators();
		if (name == null && migrators.size() == 1) {
			return migrators.values().iterator().next();
		}
		Migrator migrator = (name != null) ? migrators.get(name) : null;
		if (migrator == null) {
			throw invalid("Name the migrator by 'migrator': one of %s.".formatted(migrators.keySet()));
		}
		return migrator;
	}

	// As elsewhere, a bean of a context hides one of its parent that has the same name.
	private Map<String, Migrator> migrators() {
		Map<String, Migrator> migrators = new LinkedHashMap<>();
		for (ApplicationContext current = this.context; current != null; current = current.getParent()) {
			current.getBeansOfType(Migrator.class).forEach(migrators::putIfAbsent);
		}
		return migrators;
	}

	private static InvalidEndpointRequestException invalid(String message) {
		return new InvalidEndpointRequestException(message, message);
	}

	/**
	 * What {@code POST} did.
	 *
	 * @param command what was asked for
	 * @param revisions the revisions applied or reverted, in order
	 * @param current the rows of the version table afterwards
	 */
	record OutcomeDescriptor(String command, List<String> revisions, List<String> current) {

		static OutcomeDescriptor of(String command, MigrationReport report) {
			return new OutcomeDescriptor(command, report.steps().stream().map((step) -> step.revision().id()).toList(),
					List.copyOf(report.current()));
		}

	}

}
