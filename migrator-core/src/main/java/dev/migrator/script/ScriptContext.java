package dev.migrator.script;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migrator.dialect.Dialect;

/**
 * What a revision's text is read with.
 *
 * @param dialect the database's dialect
 * @param placeholders what stands for {@code ${name}} in SQL, by name
 */
public record ScriptContext(Dialect dialect, Map<String, String> placeholders) {

	public ScriptContext {
		placeholders = Map.copyOf(placeholders);
	}

	/**
	 * Read texts with their placeholders as they were written, for people: a value may be
	 * a password.
	 * @param dialect the database's dialect
	 * @param names the names of the placeholders
	 * @return what to read them with
	 */
	public static ScriptContext unfilled(Dialect dialect, Collection<String> names) {
		return new ScriptContext(dialect,
				names.stream().collect(Collectors.toMap(Function.identity(), (name) -> "${" + name + "}")));
	}

}
