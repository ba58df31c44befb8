package dev.migrator.autogenerate.compare;

import java.util.List;
import java.util.regex.Pattern;

import dev.migrator.schema.TableName;

/**
 * Patterns of names, where {@code *} stands for any characters and {@code ?} for one.
 *
 * @param patterns the patterns of names without a schema
 * @param qualified the patterns of names with their schemas
 */
record Globs(List<Pattern> patterns, List<Pattern> qualified) {

	static Globs of(List<String> globs) {
		return new Globs(globs.stream().filter((glob) -> !glob.contains(".")).map(Globs::pattern).toList(),
				globs.stream().filter((glob) -> glob.contains(".")).map(Globs::pattern).toList());
	}

	private static Pattern pattern(String glob) {
		StringBuilder regex = new StringBuilder();
		glob.chars().forEach((c) -> {
			switch (c) {
				case '*' -> regex.append(".*");
				case '?' -> regex.append('.');
				default -> regex.append(Pattern.quote(Character.toString(c)));
			}
		});
		return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
	}

	boolean isEmpty() {
		return this.patterns.isEmpty() && this.qualified.isEmpty();
	}

	boolean match(TableName name) {
		return this.patterns.stream().anyMatch((pattern) -> pattern.matcher(name.name()).matches())
				|| this.qualified.stream().anyMatch((pattern) -> pattern.matcher(name.toString()).matches());
	}

}
