package dev.migrator.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;

/**
 * A folder of revisions in SQL, written by a test.
 */
public final class RevisionFolder {

	private final Path folder;

	public RevisionFolder(Path folder) {
		this.folder = folder;
	}

	/**
	 * Write a revision.
	 * @param id its id
	 * @param down its down revisions, or an empty text
	 * @param upgrade the statements of its upgrade
	 * @param downgrade the statements of its downgrade
	 * @return the file
	 */
	public Path write(String id, String down, String upgrade, String downgrade) {
		return write(id, "", down, upgrade, downgrade);
	}

	/**
	 * Write a revision.
	 * @param id its id
	 * @param header more lines of the header, each with its line end
	 * @param down its down revisions, or an empty text
	 * @param upgrade the statements of its upgrade
	 * @param downgrade the statements of its downgrade
	 * @return the file
	 */
	public Path write(String id, String header, String down, String upgrade, String downgrade) {
		return write(id + "_test.sql", """
				-- revision: %s
				-- down-revision: %s
				-- message: Test %s
				%s
				-- migrator:upgrade
				%s
				-- migrator:downgrade
				%s
				""".formatted(id, down, id, header, upgrade, downgrade));
	}

	/**
	 * Write any file.
	 * @param name its name
	 * @param content its content
	 * @return the file
	 */
	public Path write(String name, String content) {
		try {
			return Files.writeString(this.folder.resolve(name), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return a migrator that knows the folder.
	 * @param dataSource the database
	 * @return the migrator
	 */
	public Migrator migrator(DataSource dataSource) {
		return builder(dataSource).build();
	}

	/**
	 * Begin to configure a migrator that knows the folder.
	 * @param dataSource the database
	 * @return the builder
	 */
	public MigratorBuilder builder(DataSource dataSource) {
		return Migrator.builder().dataSource(dataSource).locations("file:" + this.folder).application("tests");
	}

}
