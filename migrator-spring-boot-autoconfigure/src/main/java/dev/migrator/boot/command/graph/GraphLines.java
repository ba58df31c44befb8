package dev.migrator.boot.command.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.migrator.revision.RevisionInfo;

/**
 * Draws revisions as {@code git log --graph} draws commits: a lane leads from each
 * revision to each of its down revisions. Dependencies are no lanes. A down revision that
 * is not in the list has no lane either.
 *
 * @see <a href="https://git-scm.com/docs/git-log#Documentation/git-log.txt---graph">git
 * log --graph</a>
 */
public final class GraphLines {

	private final LaneCharacters characters;

	/**
	 * Create a way to draw.
	 * @param characters what lanes are drawn of
	 */
	public GraphLines(LaneCharacters characters) {
		this.characters = characters;
	}

	/**
	 * Draw revisions. Text of several lines runs on beside the lanes, and a row without
	 * text follows it.
	 * @param revisions the revisions, each before all of its down revisions
	 * @param text makes what stands beside a revision
	 * @return the lines, without line ends
	 * @throws IllegalArgumentException if a revision stands twice in the list, or after
	 * one that it follows
	 */
	public List<String> draw(List<RevisionInfo> revisions, Function<? super RevisionInfo, String> text) {
		Set<String> listed = new HashSet<>();
		revisions.forEach((revision) -> listed.add(revision.id()));
		Set<String> drawn = new HashSet<>();
		Lanes lanes = new Lanes(this.characters.brush());
		List<String> lines = new ArrayList<>();
		for (RevisionInfo revision : revisions) {
			List<String> down = revision.downRevisions().stream().distinct().filter(listed::contains).toList();
			if (!drawn.add(revision.id()) || down.stream().anyMatch(drawn::contains)) {
				throw new IllegalArgumentException(
						"Revision '%s' is listed twice, or after one that it follows.".formatted(revision.id()));
			}
			draw(revision, down, lanes, text.apply(revision).lines().toList(), lines);
		}
		if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
			lines.remove(lines.size() - 1);
		}
		return lines;
	}

	private static void draw(RevisionInfo revision, List<String> down, Lanes lanes, List<String> text,
			List<String> lines) {
		List<String> rows = new ArrayList<>(lanes.node(revision.id()));
		lines.addAll(rows.subList(0, rows.size() - 1));
		rows.subList(0, rows.size() - 1).clear();
		rows.addAll(lanes.follow(down));
		int needed = (text.size() > 1) ? text.size() + 1 : 1;
		while (rows.size() < needed) {
			rows.add(lanes.straight());
		}
		int width = rows.stream().limit(text.size()).mapToInt(String::length).max().orElse(0);
		for (int number = 0; number < rows.size(); number++) {
			String row = rows.get(number);
			String beside = (number < text.size()) ? text.get(number) : "";
			lines.add(beside.isEmpty() ? row : row + " ".repeat(width - row.length() + 1) + beside);
		}
	}

}
