package dev.migrator.script.draft;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.script.RevisionHeader;

/**
 * A revision that is to be written.
 *
 * @param header what it says of itself
 * @param upgrade the source of its upgrade, without indentation: statements of a method
 * in Java, statements with their semicolons in SQL; an element may hold line breaks
 * @param downgrade the source of its downgrade
 * @param imports the names that its source in Java imports: {@code java.util.List},
 * {@code static dev.migrator.schema.Types.integer}
 * @param reversible whether it has a downgrade at all
 */
public record RevisionDraft(RevisionHeader header, List<String> upgrade, List<String> downgrade, Set<String> imports,
		boolean reversible) {

	public RevisionDraft {
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
		imports = Collections.unmodifiableSet(new TreeSet<>(imports));
	}

	/**
	 * A revision that does nothing yet.
	 * @param header what it says of itself
	 * @return the draft
	 */
	public static RevisionDraft of(RevisionHeader header) {
		return new RevisionDraft(header, List.of(), List.of(), Set.of(), true);
	}

	/**
	 * The same revision with something to do.
	 * @param upgradeSource the source of its upgrade
	 * @param downgradeSource the source of its downgrade
	 * @param importsInJava what the source needs, if it is Java
	 * @return the draft
	 */
	public RevisionDraft doing(List<String> upgradeSource, List<String> downgradeSource, Set<String> importsInJava) {
		return new RevisionDraft(this.header, upgradeSource, downgradeSource, importsInJava, this.reversible);
	}

	/**
	 * The same revision without a way back.
	 * @return the draft
	 */
	public RevisionDraft irreversible() {
		return new RevisionDraft(this.header, this.upgrade, List.of(), this.imports, false);
	}

	/**
	 * Return whether it joins several lines.
	 * @return {@code true} with more than one down revision
	 */
	public boolean isMerge() {
		return this.header.downRevisions().size() > 1;
	}

}
