package dev.migrator.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with revisions in SQL that come after the application's own.
 *
 * @param directory where the files stand
 */
record RevisionFolder(Path directory) {

	static RevisionFolder create(Path parent) {
		try {
			return new RevisionFolder(Files.createTempDirectory(parent, "revisions-"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Write a revision, in place of the one of the same id if there is one.
	 * @param id its id
	 * @param downRevision the revision before it
	 * @param upgrade its upgrade section, which begins on line 6 of the file
	 * @return this
	 */
	RevisionFolder write(String id, String downRevision, String upgrade) {
		return write(id, downRevision, "Test " + id, "", "-- migrator:upgrade\n" + upgrade);
	}

	/**
	 * Write a revision that creates a table, and drops it again.
	 * @param id its id
	 * @param downRevisions the revisions before it
	 * @param table the table
	 * @param headers more lines of its header
	 * @return this
	 */
	RevisionFolder table(String id, String downRevisions, String table, String... headers) {
		return write(id, downRevisions, "Add " + table, String.join("\n", headers), """
				-- migrator:upgrade
				create table %s (id integer primary key);

				-- migrator:downgrade
				drop table %s;
				""".formatted(table, table));
	}

	/**
	 * Write a revision.
	 * @param id its id
	 * @param downRevisions the revisions before it
	 * @param message its message
	 * @param headers more lines of its header
	 * @param sections its sections
	 * @return this
	 */
	RevisionFolder write(String id, String downRevisions, String message, String headers, String sections) {
		try {
			Files.writeString(file(id), """
					-- revision: %s
					-- down-revision: %s
					-- message: %s
					%s
					%s""".formatted(id, downRevisions, message, headers, sections));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path file(String id) {
		return this.directory.resolve(id + "_test.sql");
	}

	/**
	 * Return what has the application read this folder, too.
	 * @return its argument
	 */
	String argument() {
		return "--migrator.locations=classpath:db/migrations,file:" + this.directory;
	}

}
