package dev.migrator.boot.actuate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.Migrator;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.RevisionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.ApplicationContext;

/**
 * {@link Endpoint @Endpoint} that shows how databases stand to the revisions, and
 * migrates them if its access is unrestricted.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public class MigrationsEndpoint {

	private final ApplicationContext context;

	private final Show showValues;

	private final Set<String> roles;

	/**
	 * Create the endpoint.
	 * @param context the context whose migrators are shown, and those of its parents
	 * @param showValues when to show values that revisions bind
	 * @param roles whom to show them, if not to everybody who is authenticated
	 */
	public MigrationsEndpoint(ApplicationContext context, Show showValues, Set<String> roles) {
		this.context = context;
		this.showValues = showValues;
		this.roles = Set.copyOf(roles);
	}

	/**
	 * Show all databases.
	 * @return how they stand to the revisions
	 */
	@ReadOperation
	public MigrationsDescriptor migrations() {
		return migrations(isShown(SecurityContext.NONE));
	}

	boolean isShown(SecurityContext security) {
		return this.showValues.isShown(security, this.roles);
	}

	MigrationsDescriptor migrations(boolean showsValues) {
		Map<String, ContextDescriptor> contexts = new LinkedHashMap<>();
		for (ApplicationContext current = this.context; current != null; current = current.getParent()) {
			Map<String, MigratorDescriptor> migrators = new LinkedHashMap<>();
			current.getBeansOfType(Migrator.class)
				.forEach((name, migrator) -> migrators.put(name, MigratorDescriptor.of(migrator, showsValues)));
			ApplicationContext parent = current.getParent();
			contexts.put(String.valueOf(current.getId()),
					new ContextDescriptor(migrators, (parent != null) ? parent.getId() : null));
		}
		return new MigrationsDescriptor(contexts);
	}

	/**
	 * Show one revision.
	 * @param id its id or the beginning of it
	 * @param migrator the name of the bean; the first that knows the revision if it is
	 * missing
	 * @return the revision with its SQL, or {@code null} if there is none
	 * @throws MigratorException if there are several, or the database cannot be looked at
	 */
	@ReadOperation
	public @Nullable RevisionDescriptor migration(@Selector String id, @Nullable String migrator) {
		return migration(id, migrator, isShown(SecurityContext.NONE));
	}

	@Nullable RevisionDescriptor migration(String id, @Nullable String migrator, boolean showsValues) {
		Collection<Migrator> asked = (migrator != null) ? List.of(choose(migrator)) : migrators().values();
		for (Migrator candidate : asked) {
			try {
				RevisionDetails details = (showsValues) ? candidate.show(id) : candidate.showWithoutValues(id);
				return RevisionDescriptor.of(details, candidate.scripts().graph());
			}
			catch (MigratorException ex) {
				if (ex.category() != ErrorCategory.NOT_FOUND) {
					throw ex;
				}
			}
		}
		return null;
	}

	/**
	 * Migrate.
	 * @param command {@code upgrade}, {@code downgrade} or {@code stamp}
	 * @param target the symbol of the revision to go to; for an upgrade the configured
	 * target if it is missing
	 * @param migrator the name of the bean, if there are several
	 * @return what was done
	 * @throws MigratorException if the target is wrong, or the database could not be
	 * migrated
	 */
	@WriteOperation
	public OutcomeDescriptor migrate(String command, @Nullable String target, @Nullable String migrator) {
		Migrator chosen = choose(migrator);
		return switch (command) {
			case "upgrade" ->
				OutcomeDescriptor.of(command, (target != null) ? chosen.upgrade(target) : chosen.upgrade());
			case "downgrade" -> OutcomeDescriptor.of(command, chosen.downgrade(required(command, target)));
			case "stamp" -> OutcomeDescriptor.stamped(chosen.stamp(List.of(required(command, target)), false));
			default -> throw invalid(
					"The command '%s' is not known; it is 'upgrade', 'downgrade' or 'stamp'.".formatted(command));
		};
	}

	private static String required(String command, @Nullable String target) {
		if (target == null) {
			throw invalid("The command '%s' needs a target: a revision%s or 'base'.".formatted(command,
					(command.equals("downgrade")) ? ", '-1'" : ", 'head'"));
		}
		return target;
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

}
