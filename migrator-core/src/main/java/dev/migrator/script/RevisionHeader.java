package dev.migrator.script;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * What a revision says of itself: the header of an SQL file, or the annotation of a
 * class.
 *
 * @param id the revision's id
 * @param downRevisions the ids of its down revisions, none for a base
 * @param message what it does, or an empty text
 * @param createdAt when it was written, or {@code null} if the header does not tell
 * @param branchLabels its branch labels
 * @param dependsOn the revisions that must be applied before it
 * @param transactional whether it may run in a transaction
 * @param replaces the ids of the revisions that it stands for
 */
public record RevisionHeader(String id, List<String> downRevisions, String message, @Nullable Instant createdAt,
		List<String> branchLabels, List<String> dependsOn, boolean transactional, List<String> replaces) {

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.]+");

	public RevisionHeader {
		downRevisions = List.copyOf(downRevisions);
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
		replaces = List.copyOf(replaces);
	}

	/**
	 * Read the header of an SQL revision file.
	 * @param content the file's text
	 * @param location the file's name, with or without folders, with which messages begin
	 * @return the header
	 * @throws dev.migrator.error.MigratorException {@code INVALID_REVISION} if the file
	 * is broken
	 */
	public static RevisionHeader ofSql(String content, String location) {
		return SqlFileReader.read(content, location).header();
	}

	/**
	 * Return whether a text can be an id or a label in every kind of revision file.
	 * @param text the text
	 * @return whether it consists of letters, digits, underscores and dots
	 */
	public static boolean isName(String text) {
		return NAME.matcher(text).matches();
	}

	/**
	 * Return the node of the graph.
	 * @return what the graph must know
	 */
	public RevisionInfo toInfo() {
		return new RevisionInfo(this.id, this.downRevisions, this.dependsOn, new LinkedHashSet<>(this.branchLabels),
				this.message, this.createdAt, this.replaces);
	}

}
