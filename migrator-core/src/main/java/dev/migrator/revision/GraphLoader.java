package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Checks revisions and links them.
 */
final class GraphLoader {

	private static final String FORBIDDEN_IN_ID = "@-+:";

	private static final String FORBIDDEN_IN_LABEL = "@:";

	private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

	private final List<RevisionInfo> revisions;

	private final Map<String, Integer> numbers = new HashMap<>();

	private final TreeMap<String, Integer> names = new TreeMap<>();

	private GraphLoader(Collection<RevisionInfo> revisions) {
		this.revisions = List.copyOf(revisions);
	}

	static Topology load(Collection<RevisionInfo> revisions) {
		return new GraphLoader(revisions).load();
	}

	private Topology load() {
		nameRevisions();
		nameBranches();
		int[][] down = link(RevisionInfo::downRevisions, this::downRevision);
		int[][] dependencies = link(RevisionInfo::dependsOn, this::dependency);
		Edges versioned = Edges.of(down);
		int[] lineOrder = sort(versioned, ErrorCategory.CYCLE, "The down revisions form a cycle");
		Edges all = Edges.of(join(down, dependencies));
		int[] oldestFirst = sort(all, ErrorCategory.DEPENDENCY_CYCLE,
				"The down revisions and dependencies form a cycle");
		Edges effective = Edges.of(join(down, Dependencies.normalise(dependencies, versioned, lineOrder)));
		return new Topology(this.revisions, this.numbers, this.names, versioned, all, effective, oldestFirst);
	}

	private void nameRevisions() {
		for (int number = 0; number < this.revisions.size(); number++) {
			String id = this.revisions.get(number).id();
			checkName("The id", id, FORBIDDEN_IN_ID);
			if (this.numbers.put(id, number) != null) {
				throw new MigratorException(ErrorCategory.DUPLICATE_REVISION, "Two revisions have the id '" + id + "'.",
						"Give one of them another id and adapt the revisions that name it, or delete the copy.");
			}
			this.names.put(id, number);
		}
	}

	private void nameBranches() {
		for (int number = 0; number < this.revisions.size(); number++) {
			RevisionInfo revision = this.revisions.get(number);
			for (String label : revision.branchLabels()) {
				checkName("The branch label of revision '" + revision.id() + "'", label, FORBIDDEN_IN_LABEL);
				Integer other = this.names.putIfAbsent(label, number);
				if (other != null) {
					String id = this.revisions.get(other).id();
					String owner = id.equals(label) ? "the id of a revision"
							: "a branch label of revision '" + id + "'";
					throw new MigratorException(
							ErrorCategory.DUPLICATE_LABEL, "The branch label '" + label + "' of revision '"
									+ revision.id() + "' is already " + owner + ".",
							"Choose a label that no other revision has.");
				}
			}
		}
	}

	private static void checkName(String what, String name, String forbidden) {
		String found = name.chars()
			.filter((character) -> forbidden.indexOf(character) >= 0)
			.distinct()
			.mapToObj((character) -> "'" + (char) character + "'")
			.collect(Collectors.joining(", "));
		if (!found.isEmpty()) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					what + " '" + name + "' holds the character " + found + ", which has a meaning in symbols.",
					"Use letters, digits and underscores.");
		}
		if (name.isBlank() || !name.equals(name.strip())) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					what + " '" + name + "' is empty or begins or ends with a space.",
					"Use letters, digits and underscores.");
		}
		if (RESERVED.contains(name)) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					what + " is '" + name + "', a word with a meaning of its own.", "Choose another one.");
		}
	}

	private int[][] link(Function<RevisionInfo, List<String>> names, ToIntBiFunction<RevisionInfo, String> resolve) {
		int[][] links = new int[this.revisions.size()][];
		for (int number = 0; number < links.length; number++) {
			RevisionInfo revision = this.revisions.get(number);
			links[number] = names.apply(revision)
				.stream()
				.mapToInt((name) -> resolve.applyAsInt(revision, name))
				.distinct()
				.toArray();
		}
		return links;
	}

	private int downRevision(RevisionInfo revision, String id) {
		Integer number = this.numbers.get(id);
		if (number == null) {
			throw missing(revision, "follows", id, "down revision");
		}
		return number;
	}

	private int dependency(RevisionInfo revision, String name) {
		Integer number = this.names.get(name);
		if (number == null) {
			throw missing(revision, "depends on", name, "dependency");
		}
		return number;
	}

	private MigratorException missing(RevisionInfo revision, String how, String name, String what) {
		List<String> alike = this.names.tailMap(name, false)
			.keySet()
			.stream()
			.takeWhile((known) -> known.startsWith(name))
			.toList();
		return new MigratorException(ErrorCategory.NOT_FOUND,
				"Revision '" + revision.id() + "' " + how + " '" + name + "', which no revision file has.",
				(alike.isEmpty() ? "Bring that file back or correct the " + what + "."
						: "Give the " + what + " in full; it could be: " + Names.list(alike) + "."));
	}

	private int[] sort(Edges edges, ErrorCategory category, String problem) {
		Cycles cycles = new Cycles(edges);
		List<Integer> cycle = cycles.find();
		if (cycle == null) {
			return cycles.oldestFirst();
		}
		List<String> ids = new ArrayList<>(cycle.stream().map((number) -> this.revisions.get(number).id()).toList());
		String shown = (ids.size() == 1) ? ids.get(0) + " refers to itself" : Names.list(ids) + ", and round again";
		throw new MigratorException(category, problem + ": " + shown + ".",
				"Correct one of these revisions so that none leads back to itself.");
	}

	private static int[][] join(int[][] down, int[][] dependencies) {
		int[][] joined = new int[down.length][];
		for (int number = 0; number < down.length; number++) {
			joined[number] = IntStream.concat(IntStream.of(down[number]), IntStream.of(dependencies[number]))
				.distinct()
				.toArray();
		}
		return joined;
	}

}
