package dev.migrator.script.draft;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;

/**
 * Makes ids for new revisions: the last twelve hex digits of a random UUID, as Alembic
 * does.
 *
 * @see <a href=
 * "https://alembic.sqlalchemy.org/en/latest/tutorial.html#create-a-migration-script">Alembic's
 * tutorial</a>
 */
final class RevisionIds {

	private static final int LENGTH = 12;

	/** What a YAML file would take for a number, such as in {@code migrator.target}. */
	private static final Pattern NUMBER = Pattern.compile("[0-9]+(e[0-9]+)?");

	private final Supplier<UUID> random;

	RevisionIds(Supplier<UUID> random) {
		this.random = random;
	}

	/**
	 * Make an id.
	 * @param graph the revisions that are there
	 * @return an id that is neither the beginning of a known id or label nor begins with
	 * one
	 */
	String next(RevisionGraph graph) {
		while (true) {
			String uuid = this.random.get().toString();
			String id = uuid.substring(uuid.length() - LENGTH);
			if (!NUMBER.matcher(id).matches() && graph.revisions().stream().noneMatch((known) -> isLike(id, known))) {
				return id;
			}
		}
	}

	private static boolean isLike(String id, RevisionInfo known) {
		return isLike(id, known.id()) || known.branchLabels().stream().anyMatch((label) -> isLike(id, label));
	}

	private static boolean isLike(String id, String name) {
		return id.startsWith(name) || name.startsWith(id);
	}

}
