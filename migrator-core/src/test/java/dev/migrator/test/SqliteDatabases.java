package dev.migrator.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * SQLite databases, in files of a folder that is deleted with the JVM, and in memory.
 */
final class SqliteDatabases {

	private SqliteDatabases() {
	}

	static DataSource file(String name) {
		return file(Folder.PATH.resolve(name));
	}

	static DataSource file(Path file) {
		return open("jdbc:sqlite:" + file.toAbsolutePath());
	}

	static DataSource inMemory(String name) {
		return new Kept(open("jdbc:sqlite:file:%s?mode=memory&cache=shared".formatted(name)));
	}

	// Nobody pulls the plug on a test's database.
	private static DataSource open(String url) {
		SQLiteConfig config = new SQLiteConfig();
		config.enforceForeignKeys(true);
		config.setSynchronous(SynchronousMode.OFF);
		SQLiteDataSource dataSource = new SQLiteDataSource(config);
		dataSource.setUrl(url);
		return dataSource;
	}

	/** A database in memory is gone with its last connection, so one stays open. */
	private static final class Kept extends DelegatingDataSource {

		@SuppressWarnings({ "unused", "FieldCanBeLocal" })
		private final Connection connection;

		Kept(DataSource target) {
			super(target);
			try {
				this.connection = target.getConnection();
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	private static final class Folder {

		static final Path PATH = create();

		private static Path create() {
			try {
				Path folder = Files.createTempDirectory("sqlite");
				Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete-sqlite"));
				return folder;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void delete(Path folder) {
			try {
				FileSystemUtils.deleteRecursively(folder);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
