package dev.migrator.script.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.SquashRange;
import dev.migrator.script.Preview;
import dev.migrator.script.RevisionScript;
import dev.migrator.script.ScriptContext;
import dev.migrator.script.ScriptDirectory;

/**
 * Says in SQL what a range of revisions does, one after the other: for the first dialect
 * in the general section, and in sections of their own for others whose SQL differs.
 */
public final class SquashSource {

	private final ScriptDirectory scripts;

	private final List<Dialect> dialects;

	private final List<String> placeholders;

	/**
	 * Say what revisions do.
	 * @param scripts the revisions
	 * @param dialects in whose SQL; at least one
	 * @param placeholders the names of placeholders, which stay placeholders
	 */
	public SquashSource(ScriptDirectory scripts, List<Dialect> dialects, Collection<String> placeholders) {
		this.scripts = scripts;
		this.dialects = List.copyOf(dialects);
		this.placeholders = List.copyOf(placeholders);
	}

	/**
	 * Return whether all revisions of a range run in a transaction.
	 * @param range the range
	 * @return whether its replacement may
	 */
	public boolean isTransactional(SquashRange range) {
		return range.revisions().stream().allMatch((revision) -> script(revision).transactional());
	}

	/**
	 * Fill in what the replacement of a range does. If a revision of the range has no way
	 * back, nor does its replacement.
	 * @param draft the replacement, which does nothing yet
	 * @param range the range
	 * @return the replacement
	 * @throws MigratorException {@code UNSUPPORTED} if what a revision does cannot be
	 * told without a database
	 */
	public RevisionDraft fill(RevisionDraft draft, SquashRange range) {
		List<RevisionInfo> oldestFirst = range.revisions();
		List<String> upgrade = sections(Direction.UPGRADE, oldestFirst);
		List<RevisionInfo> newestFirst = new ArrayList<>(oldestFirst);
		Collections.reverse(newestFirst);
		RevisionDraft filled = draft.doing(upgrade, List.of(), Set.of());
		return (isReversible(range)) ? draft.doing(upgrade, sections(Direction.DOWNGRADE, newestFirst), Set.of())
				: filled.irreversible();
	}

	private boolean isReversible(SquashRange range) {
		return range.revisions()
			.stream()
			.allMatch((revision) -> this.dialects.stream()
				.allMatch((dialect) -> preview(revision, Direction.DOWNGRADE, dialect).note() == null));
	}

	private List<String> sections(Direction direction, List<RevisionInfo> revisions) {
		List<String> general = statements(direction, revisions, this.dialects.get(0));
		List<String> all = new ArrayList<>(general);
		for (Dialect dialect : this.dialects.subList(1, this.dialects.size())) {
			List<String> own = statements(direction, revisions, dialect);
			if (!own.equals(general)) {
				all.add("");
				all.add("-- migrator:%s %s".formatted(direction.code(), dialect.name()));
				all.addAll(own);
			}
		}
		return all;
	}

	private List<String> statements(Direction direction, List<RevisionInfo> revisions, Dialect dialect) {
		List<String> statements = new ArrayList<>();
		for (RevisionInfo revision : revisions) {
			Preview preview = preview(revision, direction, dialect);
			if (preview.note() != null) {
				throw new MigratorException(ErrorCategory.UNSUPPORTED, "Revision %s (%s) cannot be squashed. %s"
					.formatted(revision.id(), script(revision).location(), preview.note()),
						"Squash up to it and from it on.");
			}
			if (!preview.statements().isEmpty()) {
				statements.add("-- %s %s".formatted(revision.id(), revision.message()).strip());
				preview.statements().forEach((statement) -> statements.add(statement + ";"));
			}
		}
		return statements;
	}

	private Preview preview(RevisionInfo revision, Direction direction, Dialect dialect) {
		return script(revision).preview(direction, ScriptContext.unfilled(dialect, this.placeholders, true));
	}

	private RevisionScript script(RevisionInfo revision) {
		return this.scripts.get(revision.id());
	}

}
