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
		String text = """
				-- revision: %s
				-- down-revision: %s
				-- message: Test %s

				-- migrator:upgrade
				%s""".formatted(id, downRevision, id, upgrade);
		try {
			Files.writeString(file(id), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
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
