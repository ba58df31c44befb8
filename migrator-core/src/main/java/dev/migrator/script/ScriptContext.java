package dev.migrator.script;

import java.util.Map;

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

}
