package dev.migrator.script;

import java.util.Collection;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Finds the word that was probably meant.
 */
final class Suggestion {

	private Suggestion() {
	}

	/**
	 * Return the known word nearest to a given one.
	 * @param word the given word
	 * @param known the known words
	 * @return the nearest, or {@code null} if none is near: more than a third of its
	 * letters differ
	 */
	static @Nullable String nearest(String word, Collection<String> known) {
		String given = word.toLowerCase(Locale.ROOT).replace('_', '-');
		String nearest = null;
		int nearestDistance = Integer.MAX_VALUE;
		for (String candidate : known) {
			int distance = distance(given, candidate);
			boolean near = distance <= Math.max(1, candidate.length() / 3)
					|| (given.length() > 2 && (candidate.startsWith(given) || given.startsWith(candidate)));
			if (near && distance < nearestDistance) {
				nearest = candidate;
				nearestDistance = distance;
			}
		}
		return nearest;
	}

	/** The number of letters to insert, remove or replace (Levenshtein). */
	private static int distance(String a, String b) {
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int above = row[j];
				int replaced = (a.charAt(i - 1) == b.charAt(j - 1)) ? diagonal : diagonal + 1;
				row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
				diagonal = above;
			}
		}
		return row[b.length()];
	}

}
