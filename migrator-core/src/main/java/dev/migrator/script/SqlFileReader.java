package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQL revision files: a header of comments, then sections.
 * <p>
 * A section begins at a line that starts with {@code -- migrator:}, spaces in front
 * allowed, wherever that line stands: the text of sections is not read for quotes and
 * comments here, so that a large file costs little before it is run. A marker within a
 * block comment or a dollar quote therefore cuts it in two, which the lexer reports as
 * never closed when the section is run. A line that begins with {@code -- migrator:todo}
 * belongs to its section: see {@link SqlTodo}.
 */
final class SqlFileReader {

	private static final Set<String> DIALECTS = Set.of("h2", "mariadb", "mysql", "postgresql", "sqlite");

	private static final Pattern MARKER = Pattern.compile("--\\s*migrator\\s*:(.*)", Pattern.CASE_INSENSITIVE);

	private final String content;

	private final Set<String> dialects;

	private final SqlFileErrors errors;

	private final List<SqlSection> sections = new ArrayList<>();

	/** The lines of the markers, as many as there are sections. */
	private final List<Integer> markers = new ArrayList<>();

	private @Nullable Marker open;

	private SqlFileReader(String content, String location, Set<String> dialects) {
		this.content = content;
		this.dialects = dialects;
		this.errors = new SqlFileErrors(location);
	}

	/**
	 * Read a file whose sections may name a database that this project knows.
	 * @param content the file's text
	 * @param location the file's name, with or without folders, with which messages begin
	 * @return the file
	 * @throws MigratorException {@code INVALID_REVISION} if the file is broken; its
	 * message begins with {@code location:line:}
	 */
	static SqlFile read(String content, String location) {
		return read(content, location, DIALECTS);
	}

	/**
	 * Read a file.
	 * @param content the file's text
	 * @param location the file's name, with or without folders, with which messages begin
	 * @param dialects the names that a section may bear
	 * @return the file
	 * @throws MigratorException as {@link #read(String, String)} does
	 */
	static SqlFile read(String content, String location, Set<String> dialects) {
		return new SqlFileReader(content, location, dialects).read(location);
	}

	private SqlFile read(String location) {
		HeaderReader headerReader = new HeaderReader(this.errors);
		RevisionHeader header = null;
		FileLines lines = new FileLines(this.content);
		String fileName = location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
		while (lines.advance()) {
			Matcher marker = lines.isLineComment() ? MARKER.matcher(lines.text()) : null;
			if (marker != null && marker.matches() && !(this.open != null && SqlTodo.isOne(lines.text()))) {
				if (header == null) {
					header = headerReader.read(fileName, lines.number());
				}
				endSection(lines.start());
				this.open = marker(marker.group(1).strip(), lines);
			}
			else if (header == null) {
				headerReader.accept(lines.text(), lines.number());
			}
		}
		endSection(this.content.length());
		if (header == null) {
			header = headerReader.read(fileName, Math.max(1, lines.number()));
		}
		if (this.sections.stream().noneMatch((section) -> section.direction() == SectionDirection.UPGRADE)) {
			throw this.errors.at(Math.max(1, lines.number()), "The file has no upgrade section.",
					"Put `-- migrator:upgrade` on a line of its own above the statements.");
		}
		return new SqlFile(header, this.sections, location);
	}

	private void endSection(int end) {
		Marker marker = this.open;
		if (marker != null) {
			this.sections.add(new SqlSection(marker.direction(), marker.dialect(),
					this.content.substring(marker.textStart(), end), marker.line() + 1));
			this.markers.add(marker.line());
		}
	}

	private Marker marker(String text, FileLines lines) {
		int line = lines.number();
		String[] words = text.split("\\s+", -1);
		SectionDirection direction = direction(words[0], line);
		if (words.length > 2) {
			throw this.errors.at(line, "The section's marker goes on with `" + words[2] + "` behind the dialect.",
					"Write one dialect at most; a section for another one repeats the statements.");
		}
		String dialect = (words.length == 2) ? dialect(words[1], line) : null;
		for (int i = 0; i < this.sections.size(); i++) {
			SqlSection section = this.sections.get(i);
			if (section.direction() == direction && Objects.equals(section.dialect(), dialect)) {
				String name = direction.word() + ((dialect != null) ? " " + dialect : "");
				throw this.errors.at(line,
						"The section `" + name + "` is there a second time, first on line " + this.markers.get(i) + ".",
						"Join the two.");
			}
		}
		return new Marker(direction, dialect, line, lines.nextStart());
	}

	private SectionDirection direction(String word, int line) {
		for (SectionDirection direction : SectionDirection.values()) {
			if (direction.word().equals(word.toLowerCase(Locale.ROOT))) {
				return direction;
			}
		}
		String nearest = Suggestion.nearest(word, List.of("upgrade", "downgrade"));
		throw this.errors.at(line,
				word.isEmpty() ? "The section's marker does not say which section begins."
						: "There is no section `" + word + "`.",
				(nearest != null) ? "Did you mean `-- migrator:" + nearest + "`?"
						: "Write `-- migrator:upgrade` or `-- migrator:downgrade`.");
	}

	private String dialect(String word, int line) {
		String dialect = word.toLowerCase(Locale.ROOT);
		if (!this.dialects.contains(dialect)) {
			Set<String> known = new TreeSet<>(this.dialects);
			String nearest = Suggestion.nearest(word, known);
			throw this.errors.at(line, "There is no dialect `" + word + "`.", (nearest != null)
					? "Did you mean `" + nearest + "`?" : "The dialects are " + String.join(", ", known) + ".");
		}
		return dialect;
	}

	private record Marker(SectionDirection direction, @Nullable String dialect, int line, int textStart) {
	}

}
