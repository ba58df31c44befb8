package dev.migrator.boot.autogenerate;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.AutogenerateProperties;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SessionFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * Tells where scratch schemas and databases are made: on the server of the database, or
 * on another one that is configured or started for that.
 */
public final class ScratchServers implements DisposableBean {

	private static final String EMBEDDED = "embedded";

	private static final Set<String> WITHOUT_SERVER = Set.of("h2", "sqlite");

	private final TargetOwners owners;

	private @Nullable EmbeddedServer embedded;

	/**
	 * Look at an application.
	 * @param owners say what is configured for a database
	 */
	public ScratchServers(TargetOwners owners) {
		this.owners = owners;
	}

	/**
	 * Return the server that is configured in place of the database's own. An embedded
	 * one is started when somebody wants to go there, and not before.
	 * @param migrator the database's migrator
	 * @return the server, or nothing if it is the database's own
	 * @throws MigratorException {@code CONFIGURATION} if it cannot be reached as it is
	 * configured
	 */
	public Optional<ScratchServer> configured(Migrator migrator) {
		AutogenerateProperties properties = this.owners.properties(migrator);
		String url = properties.getScratchUrl();
		if (!StringUtils.hasText(url)) {
			return Optional.empty();
		}
		boolean isEmbedded = url.strip().equalsIgnoreCase(EMBEDDED);
		String user = properties.getScratchUsername();
		if (migrator.dataSource() == null && (isEmbedded || user != null)) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"Over R2DBC the server of migrator.autogenerate.scratch-url is reached as the user of the application.",
					"Name a server that knows this user by its URL alone, or add JDBC.");
		}
		if (isEmbedded) {
			Function<String, SessionFactory> databases = (other) -> OverJdbc.at(other, null, null);
			return Optional
				.of(new ScratchServer(this::embeddedUrl, () -> databases.apply(embeddedUrl()).open(), databases));
		}
		return Optional.of(server(url, (user == null) ? (other) -> elsewhere(other, migrator)
				: (other) -> OverJdbc.at(other, user, properties.getScratchPassword())));
	}

	/**
	 * Return the server.
	 * @param migrator the database's migrator
	 * @param url where the database is, in the words of JDBC
	 * @return the server that is configured, or that of the database, as where it runs in
	 * memory anyhow
	 * @throws MigratorException {@code CONFIGURATION} if that is of another kind
	 */
	public ScratchServer of(Migrator migrator, String url) {
		String kind = Dialects.ofUrl(url).name();
		Optional<ScratchServer> configured = (WITHOUT_SERVER.contains(kind)) ? Optional.empty() : configured(migrator);
		configured.map((server) -> Dialects.ofUrl(server.url()).name())
			.filter((other) -> !other.equals(kind))
			.ifPresent((other) -> {
				throw new MigratorException(ErrorCategory.CONFIGURATION,
						"The database speaks %s, and the server of migrator.autogenerate.scratch-url %s."
							.formatted(kind, other),
						"Name a server of the same kind.");
			});
		return configured.orElseGet(() -> own(migrator, url));
	}

	/**
	 * Return the server of a database.
	 * @param migrator the database's migrator
	 * @param url where the database is, in the words of JDBC
	 * @return the server
	 */
	public static ScratchServer own(Migrator migrator, String url) {
		return new ScratchServer(() -> url, () -> migrator.sessions().open(), (other) -> elsewhere(other, migrator));
	}

	private static ScratchServer server(String url, Function<String, SessionFactory> others) {
		return new ScratchServer(() -> url, others.apply(url), others);
	}

	// As the user of the application.
	private static SessionFactory elsewhere(String url, Migrator migrator) {
		DataSource application = migrator.dataSource();
		return (application != null) ? OverJdbc.as(url, application) : migrator.sessions().elsewhere(url);
	}

	private synchronized String embeddedUrl() {
		if (this.embedded == null) {
			this.embedded = EmbeddedServer.start();
		}
		return this.embedded.url();
	}

	@Override
	public synchronized void destroy() throws IOException {
		if (this.embedded != null) {
			this.embedded.close();
			this.embedded = null;
		}
	}

	/** Apart, since an application without JDBC lacks what it is made of. */
	private static final class OverJdbc {

		static SessionFactory as(String url, DataSource application) {
			return sessions(DataSourceBuilder.derivedFrom(application), url);
		}

		static SessionFactory at(String url, @Nullable String user, @Nullable String password) {
			DataSourceBuilder<?> source = DataSourceBuilder.create();
			if (user != null) {
				source.username(user).password(password);
			}
			return sessions(source, url);
		}

		private static SessionFactory sessions(DataSourceBuilder<?> builder, String url) {
			DataSource source = builder.type(SimpleDriverDataSource.class).url(url).build();
			return () -> JdbcSession.open(source);
		}

	}

}
