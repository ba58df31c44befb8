package dev.migrator.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of an SQL revision file, line by line.
 */
final class HeaderReader {

	static final String FORM = "Begin the file with `-- revision: <id>` and `-- down-revision: <id>`.";

	private static final List<String> KEYS = List.of("revision", "down-revision", "message", "created-at",
			"branch-labels", "depends-on", "transactional", "replaces");

	private static final Pattern ENTRY = Pattern.compile("--\\s*([A-Za-z][A-Za-z_-]*)\\s*:(.*)");

	private final SqlFileErrors errors;

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	/** Whether the line before belongs to the header too: no empty line lies between. */
	private boolean inBlock;

	private boolean inBlockComment;

	HeaderReader(SqlFileErrors errors) {
		this.errors = errors;
	}

	/**
	 * Read a line in front of the first section.
	 * @param text the line without surrounding whitespace
	 * @param line its number
	 */
	void accept(String text, int line) {
		if (this.inBlockComment) {
			endBlockComment(text, line);
		}
		else if (text.isEmpty()) {
			this.inBlock = false;
		}
		else if (text.startsWith("--")) {
			comment(text, line);
		}
		else if (text.startsWith("/*")) {
			this.inBlockComment = true;
			endBlockComment(text.substring(2), line);
		}
		else if (this.entries.containsKey("revision")) {
			throw this.errors.at(line, "SQL stands in front of the first section.",
					"Put `-- migrator:upgrade` on a line of its own above it.");
		}
		else {
			throw missing(line);
		}
	}

	private void endBlockComment(String text, int line) {
		int end = text.indexOf("*/");
		if (end != -1) {
			this.inBlockComment = false;
			accept(text.substring(end + 2).strip(), line);
		}
	}

	private void comment(String text, int line) {
		Matcher matcher = ENTRY.matcher(text);
		if (!matcher.matches()) {
			return;
		}
		String key = matcher.group(1).toLowerCase(Locale.ROOT);
		String value = matcher.group(2);
		if (!KEYS.contains(key)) {
			refuseUnknown(matcher.group(1), value, line);
			return;
		}
		this.inBlock = true;
		Entry earlier = this.entries.putIfAbsent(key, new Entry(value.strip(), line));
		if (earlier != null) {
			throw this.errors.at(line,
					"The header has `" + key + "` a second time, first on line " + earlier.line() + ".",
					"Remove one of the two; a list is written on one line, separated by commas.");
		}
	}

	/** Free comments may hold a colon; only what looks like a header is refused. */
	private void refuseUnknown(String key, String value, int line) {
		String nearest = Suggestion.nearest(key, KEYS);
		boolean looksLikeKey = key.equals(key.toLowerCase(Locale.ROOT)) && (value.isEmpty() || value.startsWith(" "));
		if (nearest != null) {
			throw this.errors.at(line, "The header has no key `" + key + "`.", "Did you mean `" + nearest + "`?");
		}
		if (this.inBlock && looksLikeKey) {
			throw this.errors.at(line, "The header has no key `" + key + "`.", "The keys are " + String.join(", ", KEYS)
					+ "; if this is a comment, leave an empty line between it and the header.");
		}
	}

	/**
	 * Return the header.
	 * @param fileName the file's name, without folders
	 * @param lastLine the line after the header's last
	 * @return the header
	 */
	RevisionHeader read(String fileName, int lastLine) {
		Entry revision = this.entries.get("revision");
		if (revision == null) {
			throw missing(lastLine);
		}
		String id = revision.value();
		checkId("revision", id, revision.line());
		checkFileName(fileName, id, revision.line());
		return new RevisionHeader(id, downRevisions(), text("message"), createdAt(), list("branch-labels"),
				list("depends-on"), transactional(), list("replaces"));
	}

	private MigratorException missing(int line) {
		return this.errors.at(line, "The header with the revision's id is missing.", FORM);
	}

	private void checkId(String key, String id, int line) {
		if (id.isEmpty()) {
			throw this.errors.at(line, "`" + key + "` is empty.", "Write the id behind the colon.");
		}
		if (!RevisionHeader.isName(id)) {
			String noun = key.equals("branch-labels") ? "label" : "id";
			throw this.errors.at(line, "`" + key + "` holds `" + id + "`, which is no " + noun + ".",
					"Ids and labels consist of letters, digits, underscores and dots.");
		}
	}

	private void checkFileName(String fileName, String id, int line) {
		if (fileName.endsWith(".sql") && !RevisionFileName.fits(fileName, id)) {
			throw this.errors.at(line,
					"The header says revision `" + id + "`, but the file is called `" + fileName + "`.",
					"Rename the file to `" + id + "_<words>.sql` or correct the header.");
		}
	}

	private List<String> downRevisions() {
		String value = text("down-revision");
		if (value.equalsIgnoreCase("none") || value.equals("<base>")) {
			return List.of();
		}
		return list("down-revision");
	}

	private String text(String key) {
		Entry entry = this.entries.get(key);
		return (entry != null) ? entry.value() : "";
	}

	private List<String> list(String key) {
		Entry entry = this.entries.get(key);
		List<String> items = new ArrayList<>();
		if (entry == null || entry.value().isEmpty()) {
			return items;
		}
		for (String part : entry.value().split(",", -1)) {
			String item = part.strip();
			if (item.isEmpty()) {
				throw this.errors.at(entry.line(), "`" + key + "` has an empty place in its list.",
						"Separate its items by single commas.");
			}
			checkId(key, item, entry.line());
			if (items.contains(item)) {
				throw this.errors.at(entry.line(), "`" + key + "` names `" + item + "` twice.", "Remove one of them.");
			}
			items.add(item);
		}
		return items;
	}

	private @Nullable Instant createdAt() {
		Entry entry = this.entries.get("created-at");
		if (entry == null || entry.value().isEmpty()) {
			return null;
		}
		try {
			return OffsetDateTime.parse(entry.value()).toInstant();
		}
		catch (DateTimeException ex) {
			throw this.errors.at(entry.line(), "`created-at` holds `" + entry.value() + "`, which is no point in time.",
					"Write it as 2026-01-15T10:00:00Z.");
		}
	}

	private boolean transactional() {
		Entry entry = this.entries.get("transactional");
		if (entry == null) {
			return true;
		}
		return switch (entry.value().toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw this.errors.at(entry.line(),
					"`transactional` holds `" + entry.value() + "`, which is neither true nor false.",
					"Write `-- transactional: false` if the revision cannot run in a transaction.");
		};
	}

	private record Entry(String value, int line) {
	}

}
