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
 * @param showsValues whether the values of statements are written out for people
 */
public record ScriptContext(Dialect dialect, Map<String, String> placeholders, boolean showsValues) {

	public ScriptContext {
		placeholders = Map.copyOf(placeholders);
	}

	/**
	 * Read texts in order to run them.
	 * @param dialect the database's dialect
	 * @param placeholders what stands for {@code ${name}} in SQL, by name
	 */
	public ScriptContext(Dialect dialect, Map<String, String> placeholders) {
		this(dialect, placeholders, true);
	}

	/**
	 * Read texts with their placeholders as they were written, for people: a value may be
	 * a password.
	 * @param dialect the database's dialect
	 * @param names the names of the placeholders
	 * @param showsValues whether the values of statements are written out
	 * @return what to read them with
	 */
	public static ScriptContext unfilled(Dialect dialect, Collection<String> names, boolean showsValues) {
		return new ScriptContext(dialect,
				names.stream().collect(Collectors.toMap(Function.identity(), (name) -> "${" + name + "}")),
				showsValues);
	}

}
