package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Reads a drawing as a person does, from top to bottom along the lines, knowing nothing
 * of how it was made. Beside each revision stands its id and nothing else. A line that
 * begins or breaks off in the open is an error.
 */
final class LaneReader {

	/** The ids of the revisions, from top to bottom. */
	final List<String> nodes = new ArrayList<>();

	/** The lines that lead from one revision down to another, as {@code upper>lower}. */
	final Set<String> edges = new TreeSet<>();

	/** What comes down in a column: the revisions from which it comes. */
	private Map<Integer, Set<String>> open = new HashMap<>();

	/** The column of the revision in the row before, whose line may end there. */
	private int fresh = -1;

	static LaneReader read(List<String> lines) {
		LaneReader reader = new LaneReader();
		lines.forEach(reader::line);
		reader.next(new HashMap<>(), -1, Set.of(), "the end");
		return reader;
	}

	private void line(String line) {
		Map<Integer, Set<String>> next = new HashMap<>();
		int node = Math.max(line.indexOf('*'), line.indexOf('●'));
		if (node >= 0) {
			String id = line.substring(line.lastIndexOf(' ') + 1);
			Set<String> from = this.open.getOrDefault(node, Set.of());
			from.forEach((upper) -> this.edges.add(upper + ">" + id));
			this.nodes.add(id);
			next.put(node, new HashSet<>(Set.of(id)));
			line = line.substring(0, line.length() - id.length()).stripTrailing();
		}
		Set<Integer> used = new HashSet<>(Set.of(node));
		for (Flow flow : flows(line, this::comesFromLatest)) {
			Set<String> from = this.open.get(flow.from());
			if (from == null) {
				throw new AssertionError("A line begins in the open at column " + flow.from() + ": " + line);
			}
			used.add(flow.from());
			next.computeIfAbsent(flow.to(), (column) -> new HashSet<>()).addAll(from);
		}
		next(next, node, used, line);
	}

	private void next(Map<Integer, Set<String>> next, int fresh, Set<Integer> used, String line) {
		for (int column : this.open.keySet()) {
			if (!used.contains(column) && column != this.fresh) {
				throw new AssertionError("A line breaks off at column " + column + " before: " + line);
			}
		}
		this.open = next;
		this.fresh = fresh;
	}

	private boolean comesFromLatest(int column) {
		return Set.of(this.nodes.get(this.nodes.size() - 1)).equals(this.open.get(column));
	}

	private static List<Flow> flows(String row, IntPredicate latest) {
		List<Flow> flows = new ArrayList<>();
		for (int column = 0; column < row.length(); column++) {
			int here = column;
			switch (row.charAt(column)) {
				case '|', '│', '├' -> flows.add(new Flow(here, here));
				case '/', '╱' -> flows.add(new Flow(here + 1, endToTheLeft(row, here - 1)));
				case '\\', '╲' -> flows.add(new Flow(here - 1, here + 1));
				case '╮' -> flows.add(new Flow(endToTheLeft(row, here), here));
				case '╯' -> flows.add(new Flow(here, endToTheLeft(row, here)));
				case '┤' -> {
					int left = endToTheLeft(row, here);
					flows.add(new Flow(here, here));
					flows.add(latest.test(left) ? new Flow(left, here) : new Flow(here, left));
				}
				case ' ', '_', '─', '╭', '*', '●' -> {
				}
				default -> throw new AssertionError("What does '" + row.charAt(column) + "' mean in " + row);
			}
		}
		return flows;
	}

	/** Where the line that goes on to the left at the foot of a column ends. */
	private static int endToTheLeft(String row, int column) {
		int end = column;
		while (end > 0 && "_─".indexOf(row.charAt(end - 1)) >= 0) {
			end -= 2;
		}
		return end;
	}

	private record Flow(int from, int to) {

	}

}
