package dev.migrator;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.SquashRange;
import dev.migrator.script.RevisionHeader;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;

/**
 * Proves on two empty databases that the replacement of a range makes the same schema as
 * the range, and unmakes it.
 */
public final class SquashProof {

	private final Migrator range;

	private final Migrator replacement;

	private final SessionFactory first;

	private final SessionFactory second;

	/**
	 * Prepare a proof.
	 * @param migrator the revisions, and how they run
	 * @param fileName the name of the replacement's file
	 * @param sql the text of that file
	 * @param first an empty database, for the range
	 * @param second another one of the same kind, for the replacement
	 */
	public SquashProof(Migrator migrator, String fileName, String sql, SessionFactory first, SessionFactory second) {
		this.range = migrator.on(migrator.scripts(), first);
		this.replacement = migrator.on(migrator.scripts().with(fileName, sql), second);
		this.first = first;
		this.second = second;
	}

	/**
	 * Run range and replacement, and compare what they made.
	 * @param squashed the range
	 * @param header what the replacement says of itself
	 * @param reversible whether to compare the way back, too
	 * @throws MigratorException {@code INVALID_REVISION} if they differ, and if either
	 * fails
	 */
	public void run(SquashRange squashed, RevisionHeader header, boolean reversible) {
		List<String> replaced = squashed.replaces();
		this.range.upgrade(replaced.get(replaced.size() - 1));
		this.replacement.upgrade(header.id());
		compare("upgrade", header);
		if (reversible) {
			String below = (header.downRevisions().isEmpty()) ? "base" : header.downRevisions().get(0);
			this.range.downgrade(below);
			this.replacement.downgrade(below);
			compare("downgrade", header);
		}
	}

	private void compare(String direction, RevisionHeader header) {
		List<String> expected = describe(this.first);
		List<String> actual = describe(this.second);
		if (!expected.equals(actual)) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"The %s of the squash would make another schema than the revisions %s to %s. Only they make: %s. Only it makes: %s."
						.formatted(direction, header.replaces().get(0),
								header.replaces().get(header.replaces().size() - 1), without(expected, actual),
								without(actual, expected)),
					"Nothing was written. Squash a shorter range, and tell us.");
		}
	}

	private static String without(List<String> lines, List<String> others) {
		List<String> left = new ArrayList<>(lines);
		others.forEach(left::remove);
		return (left.isEmpty()) ? "nothing" : String.join(" | ", left);
	}

	private List<String> describe(SessionFactory database) {
		try (SqlSession session = database.open()) {
			Dialect dialect = Dialects.of(session.database());
			String schema = this.range.settings().schema();
			return dialect.describeSchema((schema != null) ? schema : dialect.currentSchema(session), session);
		}
	}

}
