package dev.migrator.dialect.sqlite;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the lock of a database stands: beside its file, or in the memory of the process
 * if the database is there.
 *
 * @param database what is attached
 * @param note the file that tells people who holds the lock, or {@code null} if there is
 * none
 */
record LockPlace(String database, @Nullable Path note) {

	private static final Logger logger = LoggerFactory.getLogger(LockPlace.class);

	private static final Pattern PRIVATE = Pattern.compile("(?i)jdbc:sqlite:(:memory:)?(\\?.*)?");

	private static final Pattern NAME = Pattern.compile("(?i)jdbc:sqlite:(?:file:)?([^?]*)(?:\\?.*)?");

	/**
	 * Find the place.
	 * @param lock the lock's name
	 * @param session a session of the database
	 * @return the place
	 */
	static LockPlace of(String lock, SqlSession session) {
		String file = "";
		for (Row row : session.query(SqlStatement.of("pragma database_list"))) {
			file = ("main".equals(row.string("name"))) ? String.valueOf(row.string("file")) : file;
		}
		String name = URLEncoder.encode(lock, StandardCharsets.UTF_8).replace("*", "%2A");
		if (!file.isEmpty()) {
			return new LockPlace(file + "-" + name, Path.of(file + "-" + name + ".txt"));
		}
		String url = String.valueOf(session.database().url());
		if (PRIVATE.matcher(url).matches()) {
			return new LockPlace(":memory:", null);
		}
		Matcher matcher = NAME.matcher(url);
		String memory = (matcher.matches()) ? URLEncoder.encode(matcher.group(1), StandardCharsets.UTF_8) : "";
		return new LockPlace("file:/" + memory + "-" + name + "?vfs=memdb", null);
	}

	void writeNote() {
		if (this.note == null) {
			return;
		}
		try {
			Files.writeString(this.note,
					"process %d, since %s".formatted(ProcessHandle.current().pid(), Instant.now()));
		}
		catch (IOException ex) {
			logger.debug("Who holds the migration lock could not be written into {}", this.note, ex);
		}
	}

	void removeNote() {
		if (this.note == null) {
			return;
		}
		try {
			Files.deleteIfExists(this.note);
		}
		catch (IOException ex) {
			logger.debug("{} could not be deleted", this.note, ex);
		}
	}

	Optional<String> readNote() {
		if (this.note == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(Files.readString(this.note)).filter((text) -> !text.isBlank());
		}
		catch (IOException ex) {
			// There is none, or its owner is about to write or to delete it.
			return Optional.empty();
		}
	}

}
