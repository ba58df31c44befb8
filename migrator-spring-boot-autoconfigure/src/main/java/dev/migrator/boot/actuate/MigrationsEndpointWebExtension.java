package dev.migrator.boot.actuate;

import java.util.function.Supplier;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} that answers what went wrong with a
 * status: 400 for a wrong request, 503 if there is no way to the database, 409 if it is
 * not as it would have to be.
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public class MigrationsEndpointWebExtension {

	private static final int CONFLICT = 409;

	private final MigrationsEndpoint endpoint;

	/**
	 * Create the extension.
	 * @param endpoint what does the work
	 */
	public MigrationsEndpointWebExtension(MigrationsEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Show all databases.
	 * @param security who asks
	 * @return how they stand to the revisions
	 */
	@ReadOperation
	public MigrationsDescriptor migrations(SecurityContext security) {
		return this.endpoint.migrations(this.endpoint.isShown(security));
	}

	/**
	 * Show one revision.
	 * @param security who asks
	 * @param id its id or the beginning of it
	 * @param migrator the name of the bean, or {@code null}
	 * @return a {@link RevisionDescriptor}, an {@link ErrorDescriptor}, or status 404
	 */
	@ReadOperation
	public WebEndpointResponse<?> migration(SecurityContext security, @Selector String id, @Nullable String migrator) {
		return answer(() -> {
			RevisionDescriptor revision = this.endpoint.migration(id, migrator, this.endpoint.isShown(security));
			return (revision != null) ? new WebEndpointResponse<>(revision)
					: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		});
	}

	/**
	 * Migrate.
	 * @param command {@code upgrade}, {@code downgrade} or {@code stamp}
	 * @param target the symbol of the revision to go to, or {@code null}
	 * @param migrator the name of the bean, or {@code null}
	 * @return an {@link OutcomeDescriptor} or an {@link ErrorDescriptor}
	 */
	@WriteOperation
	public WebEndpointResponse<?> migrate(String command, @Nullable String target, @Nullable String migrator) {
		return answer(() -> new WebEndpointResponse<>(this.endpoint.migrate(command, target, migrator)));
	}

	private static WebEndpointResponse<?> answer(Supplier<WebEndpointResponse<?>> work) {
		try {
			return work.get();
		}
		catch (MigratorException ex) {
			return new WebEndpointResponse<>(ErrorDescriptor.of(ex), status(ex.category()));
		}
	}

	private static int status(ErrorCategory category) {
		return switch (category) {
			case NOT_FOUND, AMBIGUOUS, MULTIPLE_HEADS, NOT_ANCESTOR, RELATIVE_OUT_OF_RANGE ->
				WebEndpointResponse.STATUS_BAD_REQUEST;
			case DATABASE -> WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE;
			default -> CONFLICT;
		};
	}

}
