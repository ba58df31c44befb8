package dev.migrator.script.source;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes imports in the order of Spring's code style: {@code java}, {@code javax}, all
 * others, {@code org.springframework}, and those that are static last.
 */
final class ImportsSource {

	private static final String STATIC = "static ";

	private static final String SPRING = "org.springframework.";

	private static final List<String> JAVA = List.of("java.", "javax.");

	private ImportsSource() {
	}

	static String of(Collection<String> names) {
		SortedMap<Integer, String> groups = new TreeMap<>();
		for (String name : new TreeSet<>(names)) {
			groups.merge(group(name), "import " + name + ";", (above, line) -> above + "\n" + line);
		}
		return groups.values().stream().collect(Collectors.joining("\n\n"));
	}

	private static int group(String name) {
		if (name.startsWith(STATIC)) {
			return JAVA.size() + 2;
		}
		if (name.startsWith(SPRING)) {
			return JAVA.size() + 1;
		}
		int java = 0;
		while (java < JAVA.size() && !name.startsWith(JAVA.get(java))) {
			java++;
		}
		return java;
	}

}
