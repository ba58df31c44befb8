package dev.migrator.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a person types to name a place in the graph, taken apart. Source: Alembic's
 * tutorial, "Partial Revision Identifiers", "Relative Migration Identifiers" and "Working
 * with Branches".
 */
sealed interface Symbol {

	/** The branch that narrows the symbol: a label, an id or the start of an id. */
	@Nullable String branch();

	/** The state before every revision. */
	record Base(@Nullable String branch) implements Symbol {
	}

	/** The one head. */
	record Head(@Nullable String branch) implements Symbol {
	}

	/** All heads. */
	record Heads(@Nullable String branch) implements Symbol {
	}

	/** The rows of the version table. */
	record Current(@Nullable String branch) implements Symbol {
	}

	/** An id, the start of one, or a branch label. */
	record Name(@Nullable String branch, String text) implements Symbol {
	}

	/**
	 * So many steps up (positive) or down (negative) from a place.
	 *
	 * @param branch narrows the walk
	 * @param start where the walk starts, or {@code null} for the rows of the version
	 * table
	 * @param steps how far; limited to the range of an {@code int}, which no graph fills
	 * @param text the steps as they were typed
	 */
	record Relative(@Nullable String branch, @Nullable Symbol start, int steps, String text) implements Symbol {
	}

	/** An id holds neither sign, so the last signed number is always the distance. */
	Pattern RELATIVE = Pattern.compile("(.*?)([+-][0-9]+)");

	static Symbol parse(String text) {
		String stripped = text.strip();
		int at = stripped.indexOf('@');
		String branch = (at > 0) ? stripped.substring(0, at) : null;
		String place = stripped.substring(at + 1);
		Matcher relative = RELATIVE.matcher(place);
		if (!relative.matches()) {
			return absolute(branch, place);
		}
		String start = relative.group(1);
		String steps = relative.group(2);
		boolean fromCurrent = start.isEmpty() || "current".equals(start);
		return new Relative(branch, fromCurrent ? null : absolute(null, start), number(steps), steps);
	}

	static Symbol absolute(@Nullable String branch, String place) {
		return switch (place) {
			case "base" -> new Base(branch);
			case "head" -> new Head(branch);
			case "heads" -> new Heads(branch);
			case "current" -> new Current(branch);
			default -> new Name(branch, place);
		};
	}

	private static int number(String signed) {
		try {
			return Integer.parseInt(signed);
		}
		catch (NumberFormatException ex) {
			return (signed.charAt(0) == '-') ? -Integer.MAX_VALUE : Integer.MAX_VALUE;
		}
	}

}
