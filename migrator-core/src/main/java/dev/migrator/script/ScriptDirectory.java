package dev.migrator.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.SquashedGraph;

/**
 * All revisions of an application: their graph, and what runs for each.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/api/script.html">Alembic's
 * script directory</a>
 */
public final class ScriptDirectory {

	private final List<String> locations;

	private final Map<String, RevisionScript> scripts;

	private final SquashedGraph graph;

	private ScriptDirectory(List<String> locations, Map<String, RevisionScript> scripts) {
		this.locations = List.copyOf(locations);
		this.scripts = scripts;
		this.graph = SquashedGraph.of(scripts.values().stream().map(RevisionScript::info).toList(), List.of(),
				List.of());
	}

	/**
	 * Find all revisions.
	 * @param locations where to look: {@code classpath:…} for SQL files and classes,
	 * {@code file:…} for SQL files
	 * @param classes classes of revisions in Java that stand elsewhere
	 * @param classLoader the application's class loader
	 * @param factory makes the objects of revisions in Java
	 * @return the revisions
	 * @throws MigratorException if a revision cannot be read or they form no graph
	 */
	public static ScriptDirectory load(List<String> locations, Collection<Class<? extends Migration>> classes,
			ClassLoader classLoader, MigrationFactory factory) {
		RevisionScanner scanner = new RevisionScanner(classLoader, factory);
		List<RevisionScript> found = new ArrayList<>();
		for (String location : locations) {
			found.addAll(scanner.scan(location));
		}
		for (Class<? extends Migration> type : classes) {
			found.add(scanner.read(type));
		}
		return new ScriptDirectory(locations, index(found));
	}

	// Sorted by id, so that the order of independent branches does not depend on file
	// systems.
	private static Map<String, RevisionScript> index(List<RevisionScript> found) {
		Map<String, RevisionScript> seen = new HashMap<>();
		for (RevisionScript script : found) {
			RevisionScript other = seen.put(script.info().id(), script);
			if (other != null && !other.location().equals(script.location())) {
				throw new MigratorException(ErrorCategory.DUPLICATE_REVISION,
						"Two revisions have the id %s: %s and %s.".formatted(script.info().id(), other.location(),
								script.location()),
						"Give one of them another id, and name it as the down revision of those that follow it.");
			}
		}
		Map<String, RevisionScript> sorted = new LinkedHashMap<>();
		seen.values()
			.stream()
			.sorted(Comparator.comparing((script) -> script.info().id()))
			.forEach((script) -> sorted.put(script.info().id(), script));
		return sorted;
	}

	/**
	 * Return the revisions as a graph, as an empty database would see it: a revision that
	 * replaces others stands there, and those do not.
	 * @return the graph
	 */
	public RevisionGraph graph() {
		return this.graph.graph();
	}

	/**
	 * Return the revisions as a graph, as a database sees it.
	 * @param rows the rows of its version table
	 * @param begun the revisions that began and did not end
	 * @return the graph, which has the replaced revisions where the database is among
	 * them
	 * @throws MigratorException {@code UNKNOWN_REVISION} if it is among replaced
	 * revisions whose files are gone
	 */
	public SquashedGraph graph(Collection<String> rows, Collection<String> begun) {
		return (this.graph.isWithinReplaced(rows, begun))
				? SquashedGraph.of(this.scripts.values().stream().map(RevisionScript::info).toList(), rows, begun)
				: this.graph;
	}

	/**
	 * Return a revision.
	 * @param id its full id
	 * @return what runs for it
	 * @throws MigratorException if there is none of that id
	 */
	public RevisionScript get(String id) {
		RevisionScript script = this.scripts.get(id);
		if (script == null) {
			throw new MigratorException(ErrorCategory.NOT_FOUND,
					"There is no revision %s under %s.".formatted(id, this.locations));
		}
		return script;
	}

	/**
	 * Return whether there is a revision.
	 * @param id its full id
	 * @return whether it was found
	 */
	public boolean contains(String id) {
		return this.scripts.containsKey(id);
	}

	/**
	 * Return where the revisions were looked for.
	 * @return the locations
	 */
	public List<String> locations() {
		return this.locations;
	}

}
