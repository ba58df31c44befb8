package dev.migrator.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.NamingConvention;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.SquashedGraph;

import org.springframework.core.io.ByteArrayResource;

/**
 * All revisions of an application: their graph, and what runs for each.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/api/script.html">Alembic's
 * script directory</a>
 */
public final class ScriptDirectory {

	private final List<String> locations;

	private final Map<String, RevisionScript> scripts;

	/** The location of each revision that was found under one. */
	private final Map<String, String> origins;

	private final Map<String, HeadsFile> headsFiles;

	private final SquashedGraph graph;

	private ScriptDirectory(List<String> locations, Map<String, RevisionScript> scripts, Map<String, String> origins,
			Map<String, HeadsFile> headsFiles) {
		this.locations = List.copyOf(locations);
		this.scripts = scripts;
		this.origins = origins;
		this.headsFiles = headsFiles;
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
		return load(locations, classes, classLoader, factory, NamingConvention.NONE);
	}

	/**
	 * Find all revisions.
	 * @param locations where to look: {@code classpath:…} for SQL files and classes,
	 * {@code file:…} for SQL files
	 * @param classes classes of revisions in Java that stand elsewhere
	 * @param classLoader the application's class loader
	 * @param factory makes the objects of revisions in Java
	 * @param names how constraints and indexes are called that revisions in Java give no
	 * name
	 * @return the revisions
	 * @throws MigratorException if a revision cannot be read or they form no graph
	 */
	public static ScriptDirectory load(List<String> locations, Collection<Class<? extends Migration>> classes,
			ClassLoader classLoader, MigrationFactory factory, NamingConvention names) {
		RevisionScanner scanner = new RevisionScanner(classLoader, factory, names);
		List<RevisionScript> found = new ArrayList<>();
		Map<String, String> origins = new HashMap<>();
		Map<String, HeadsFile> headsFiles = new LinkedHashMap<>();
		for (String location : locations) {
			for (RevisionScript script : scanner.scan(location)) {
				found.add(script);
				origins.putIfAbsent(script.info().id(), location);
			}
			scanner.heads(location).ifPresent((file) -> headsFiles.put(location, file));
		}
		for (Class<? extends Migration> type : classes) {
			found.add(scanner.read(type));
		}
		return new ScriptDirectory(locations, index(found), origins, headsFiles);
	}

	/**
	 * Add a revision in SQL that stands in no location.
	 * @param name the name of its file
	 * @param sql the file's text
	 * @return all revisions; what files {@code heads} say is not looked at among them
	 * @throws MigratorException if it cannot be read or does not fit to the others
	 */
	public ScriptDirectory with(String name, String sql) {
		RevisionHeader header = RevisionHeader.ofSql(sql, name);
		List<RevisionScript> all = new ArrayList<>(this.scripts.values());
		all.add(new SqlRevisionScript(header.toInfo(), name, header.transactional(),
				new ByteArrayResource(sql.getBytes(StandardCharsets.UTF_8), name)));
		return new ScriptDirectory(this.locations, index(all), this.origins, Map.of());
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
	 * Return the location under which a revision was found.
	 * @param id its full id
	 * @return one of the locations, or nothing for a class that was handed in or an
	 * unknown id
	 */
	public Optional<String> locationOf(String id) {
		return Optional.ofNullable(this.origins.get(id));
	}

	/**
	 * Return the heads among the revisions of one location: those that no other revision
	 * of that location follows. With one location they are the heads of the graph.
	 * @param location one of the locations
	 * @return the ids
	 */
	public SortedSet<String> heads(String location) {
		List<RevisionInfo> own = graph().revisions()
			.stream()
			.filter((revision) -> location.equals(this.origins.get(revision.id())))
			.toList();
		SortedSet<String> heads = new TreeSet<>();
		own.forEach((revision) -> heads.add(revision.id()));
		own.forEach((revision) -> heads.removeAll(Set.copyOf(revision.downRevisions())));
		return heads;
	}

	/**
	 * Make sure that the file {@code heads} of each location, where there is one, says
	 * what the revisions do. If it does not, version control joined two branches of
	 * revisions without a merge revision, or a file is missing.
	 * @throws MigratorException {@code HEADS_FILE} if one does not
	 */
	public void checkHeads() {
		this.headsFiles.forEach((location, file) -> file.check(heads(location)));
	}

	/**
	 * Return where the revisions were looked for.
	 * @return the locations
	 */
	public List<String> locations() {
		return this.locations;
	}

}
