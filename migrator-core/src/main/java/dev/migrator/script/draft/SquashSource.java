package dev.migrator.script.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.SquashRange;
import dev.migrator.script.Preview;
import dev.migrator.script.RevisionScript;
import dev.migrator.script.SchemaTrial;
import dev.migrator.script.ScriptContext;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

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
	 * Return whether what a revision of a range does in the first dialect can be told
	 * only of the schema that it finds.
	 * @param range the range
	 * @return whether {@link #fill} should be given a database
	 */
	public boolean dependsOnSchema(SquashRange range) {
		Dialect dialect = this.dialects.get(0);
		return range.revisions()
			.stream()
			.anyMatch((revision) -> Stream.of(Direction.values())
				.anyMatch((direction) -> preview(revision, direction, dialect, null).note() != null));
	}

	/**
	 * Fill in what the replacement of a range does. If a revision of the range has no way
	 * back, nor does its replacement.
	 * @param draft the replacement, which does nothing yet
	 * @param range the range
	 * @param before a database as the range finds it, where nothing is changed; or
	 * {@code null} if there is none at hand
	 * @return the replacement
	 * @throws MigratorException {@code UNSUPPORTED} if what a revision does cannot be
	 * told without a database
	 */
	public RevisionDraft fill(RevisionDraft draft, SquashRange range, @Nullable SqlSession before) {
		try (SchemaTrial trial = (before != null) ? SchemaTrial.of(this.dialects.get(0), before).orElse(null) : null) {
			List<RevisionInfo> oldestFirst = range.revisions();
			Told upgrade = sections(Direction.UPGRADE, oldestFirst, trial);
			if (upgrade.untold() != null) {
				throw new MigratorException(ErrorCategory.UNSUPPORTED, upgrade.untold(),
						"Squash up to it and from it on.");
			}
			List<RevisionInfo> newestFirst = new ArrayList<>(oldestFirst);
			Collections.reverse(newestFirst);
			Told downgrade = sections(Direction.DOWNGRADE, newestFirst, trial);
			return (downgrade.untold() == null) ? draft.doing(upgrade.lines(), downgrade.lines(), Set.of())
					: draft.doing(upgrade.lines(), List.of(), Set.of()).irreversible();
		}
	}

	private Told sections(Direction direction, List<RevisionInfo> revisions, @Nullable SchemaTrial trial) {
		Told general = statements(direction, revisions, this.dialects.get(0), trial);
		List<String> all = new ArrayList<>(general.lines());
		String untold = general.untold();
		for (Dialect dialect : this.dialects.subList(1, this.dialects.size())) {
			Told own = statements(direction, revisions, dialect, null);
			if (!own.lines().equals(general.lines())) {
				all.add("");
				all.add("-- migrator:%s %s".formatted(direction.code(), dialect.name()));
				all.addAll(own.lines());
			}
			untold = (untold != null) ? untold : own.untold();
		}
		return new Told(all, untold);
	}

	private Told statements(Direction direction, List<RevisionInfo> revisions, Dialect dialect,
			@Nullable SchemaTrial trial) {
		List<String> statements = new ArrayList<>();
		for (RevisionInfo revision : revisions) {
			Preview preview = preview(revision, direction, dialect, trial);
			if (preview.note() != null) {
				return new Told(statements, "Revision %s (%s) cannot be squashed. %s".formatted(revision.id(),
						script(revision).location(), preview.note()));
			}
			if (!preview.statements().isEmpty()) {
				statements.add("-- %s %s".formatted(revision.id(), revision.message()).strip());
				preview.statements().forEach((statement) -> statements.add(statement + ";"));
			}
		}
		return new Told(statements, null);
	}

	private Preview preview(RevisionInfo revision, Direction direction, Dialect dialect, @Nullable SchemaTrial trial) {
		return script(revision).preview(direction,
				ScriptContext.unfilled(dialect, this.placeholders, true).tried(trial));
	}

	private RevisionScript script(RevisionInfo revision) {
		return this.scripts.get(revision.id());
	}

	/**
	 * What is told of a direction.
	 *
	 * @param lines the statements
	 * @param untold why they are not all, or {@code null} if they are
	 */
	private record Told(List<String> lines, @Nullable String untold) {

	}

}
