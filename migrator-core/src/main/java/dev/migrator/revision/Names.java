package dev.migrator.revision;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Lists of names for messages: the first few and how many more there are.
 */
final class Names {

	private static final int SHOWN = 5;

	private Names() {
	}

	static String list(Collection<String> names) {
		if (names.isEmpty()) {
			return "(none)";
		}
		String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
		int more = names.size() - SHOWN;
		return (more > 0) ? shown + " and " + more + " more" : shown;
	}

}
