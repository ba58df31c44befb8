package dev.migrator.script.body;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.script.draft.MessageText;

/**
 * Breaks remarks into the lines of a comment.
 */
public final class CommentLines {

	private static final int WIDTH = 80;

	private CommentLines() {
	}

	/**
	 * Break a remark.
	 * @param mark what begins a comment
	 * @param remark the remark
	 * @return the comment's lines
	 */
	public static List<String> of(String mark, String remark) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder(mark);
		for (String word : MessageText.normalise(remark).split(" ", -1)) {
			if (line.length() > mark.length() && line.length() + 1 + word.length() > WIDTH) {
				lines.add(line.toString());
				line.setLength(mark.length());
			}
			line.append(' ').append(word);
		}
		lines.add(line.toString());
		return lines;
	}

}
