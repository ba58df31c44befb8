package dev.migrator.script;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * The file {@code heads} beside the revisions of a location: one line with the ids of
 * those on which no other revision of the location stands. Two branches that both add a
 * revision change this line, so that version control has a conflict before a database
 * has.
 */
public final class HeadsFile {

	/** The name of the file. */
	public static final String NAME = "heads";

	private final String place;

	private final SortedSet<String> names;

	private final boolean conflict;

	private HeadsFile(String place, SortedSet<String> names, boolean conflict) {
		this.place = place;
		this.names = names;
		this.conflict = conflict;
	}

	/**
	 * Read a file.
	 * @param place where it stands, as messages name it
	 * @param content its text
	 * @return the file
	 */
	public static HeadsFile read(String place, String content) {
		if (content.lines().anyMatch((line) -> line.startsWith("<<<<<<<") || line.startsWith(">>>>>>>"))) {
			return new HeadsFile(place, new TreeSet<>(), true);
		}
		SortedSet<String> names = new TreeSet<>(Arrays.asList(content.strip().split("\\s+")));
		names.remove("");
		return new HeadsFile(place, names, false);
	}

	/**
	 * Write what stands in a file.
	 * @param heads the ids of the heads
	 * @return its text
	 */
	public static String write(Collection<String> heads) {
		return String.join(" ", new TreeSet<>(heads)) + "\n";
	}

	/**
	 * Return whether version control left a conflict in it.
	 * @return whether it has a conflict
	 */
	public boolean hasConflict() {
		return this.conflict;
	}

	/**
	 * Return the heads that it names.
	 * @return the ids; none if there is a conflict in it
	 */
	public SortedSet<String> names() {
		return new TreeSet<>(this.names);
	}

	/**
	 * Make sure that it says what the revisions do.
	 * @param heads the heads of the location's revisions
	 * @throws MigratorException {@code HEADS_FILE} if it does not
	 */
	public void check(SortedSet<String> heads) {
		if (this.conflict) {
			throw new MigratorException(ErrorCategory.HEADS_FILE,
					"%s holds a conflict that version control left: two branches each added a revision. The head is now %s."
						.formatted(this.place, list(heads)),
					(heads.size() > 1) ? "Run 'migrator merge heads', which writes the file anew."
							: "Run 'migrator heads --write'.");
		}
		if (!this.names.equals(heads)) {
			throw new MigratorException(ErrorCategory.HEADS_FILE,
					"%s says that the head is %s, but the revisions have %s.".formatted(this.place, list(this.names),
							list(heads)),
					(heads.size() > 1)
							? "Run 'migrator merge heads', or 'migrator heads --write' if they are to stay apart."
							: "Bring back the file of a revision that is missing, or run 'migrator heads --write'.");
		}
	}

	private static String list(SortedSet<String> ids) {
		return ids.isEmpty() ? "none" : String.join(" and ", ids);
	}

}
