package dev.migrator.boot.test;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import dev.migrator.test.Databases;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Empty databases as an application configures them: by a URL and a user.
 */
public final class NewDatabases {

	private NewDatabases() {
	}

	/**
	 * Make one.
	 * @param product its dialect's name
	 * @param folder where SQLite's file goes
	 * @return where it is
	 * @throws SQLException if there is none
	 */
	public static SimpleDriverDataSource create(String product, Path folder) throws SQLException {
		return switch (product) {
			case "mariadb" -> source(url(Databases.mariadb()), "migrator");
			case "postgresql" -> source(url(Databases.postgresql()), "postgres");
			case "sqlite" -> source("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), "");
			default -> source("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()), "sa");
		};
	}

	private static String url(DataSource server) throws SQLException {
		try (Connection connection = server.getConnection()) {
			return connection.getMetaData().getURL();
		}
	}

	private static SimpleDriverDataSource source(String url, String user) {
		return DataSourceBuilder.create()
			.type(SimpleDriverDataSource.class)
			.url(url)
			.username(user)
			.password("")
			.build();
	}

}
