package dev.migrator.boot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Empty databases of the same kind as the application's, which are gone when they are
 * closed: in memory on H2, on the same server on PostgreSQL.
 */
final class ScratchDatabases implements AutoCloseable {

	private final DataSource application;

	private final String url;

	private final Dialect dialect;

	private final List<String> created = new ArrayList<>();

	private final List<SqlSession> open = new ArrayList<>();

	/**
	 * Make scratch databases.
	 * @param migrator knows the application's database
	 * @param url where that is
	 * @param dialect what it speaks
	 */
	ScratchDatabases(Migrator migrator, String url, Dialect dialect) {
		DataSource dataSource = migrator.dataSource();
		if (dataSource == null) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"A scratch database needs a connection of JDBC, which this application's migrator does not use.");
		}
		this.application = dataSource;
		this.url = url;
		this.dialect = dialect;
	}

	/**
	 * Make an empty database.
	 * @return connections to it
	 * @throws MigratorException if it cannot be made
	 */
	DataSource create() {
		String name = "migrator_scratch_" + UUID.randomUUID().toString().substring(24);
		return switch (this.dialect.name()) {
			case "h2" -> inMemory(name);
			case "postgresql" -> onServer(name);
			default -> throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"There are no scratch databases on %s.".formatted(this.dialect.name()));
		};
	}

	private DataSource inMemory(String name) {
		int settings = this.url.indexOf(';');
		String options = (settings >= 0) ? this.url.substring(settings) : "";
		DataSource dataSource = builder("jdbc:h2:mem:" + name + options).build();
		// It lives as long as somebody is connected.
		this.open.add(JdbcSession.open(dataSource));
		return dataSource;
	}

	private DataSource onServer(String name) {
		try (SqlSession session = JdbcSession.open(this.application)) {
			session.execute(SqlStatement.of("create database " + this.dialect.quote(name)));
			this.created.add(name);
		}
		catch (SqlSessionException ex) {
			throw new MigratorException(ErrorCategory.DATABASE,
					"No scratch database can be created on the server: %s".formatted(ex.getMessage()),
					"Let a user do this who may create databases, by migrator.username and migrator.password.", ex);
		}
		int query = this.url.indexOf('?');
		String path = (query >= 0) ? this.url.substring(0, query) : this.url;
		String options = (query >= 0) ? this.url.substring(query) : "";
		return builder(path.substring(0, path.lastIndexOf('/') + 1) + name + options).build();
	}

	private DataSourceBuilder<SimpleDriverDataSource> builder(String scratchUrl) {
		return DataSourceBuilder.derivedFrom(this.application).type(SimpleDriverDataSource.class).url(scratchUrl);
	}

	@Override
	public void close() {
		this.open.forEach(SqlSession::close);
		if (!this.created.isEmpty()) {
			try (SqlSession session = JdbcSession.open(this.application)) {
				this.created.forEach((name) -> session
					.execute(SqlStatement.of("drop database " + this.dialect.quote(name) + " with (force)")));
			}
		}
	}

}
