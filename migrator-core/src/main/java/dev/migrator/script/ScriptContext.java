package dev.migrator.script;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What a revision's text is read with.
 *
 * @param dialect the database's dialect
 * @param placeholders what stands for {@code ${name}} in SQL, by name
 * @param showsValues whether the values of statements are written out for people
 * @param trial says operations for the schema that they find, or {@code null} where only
 * what any schema takes can be said
 */
public record ScriptContext(Dialect dialect, Map<String, String> placeholders, boolean showsValues,
		@Nullable SchemaTrial trial) {

	public ScriptContext {
		placeholders = Map.copyOf(placeholders);
	}

	/**
	 * Read texts in order to run them.
	 * @param dialect the database's dialect
	 * @param placeholders what stands for {@code ${name}} in SQL, by name
	 */
	public ScriptContext(Dialect dialect, Map<String, String> placeholders) {
		this(dialect, placeholders, true, null);
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
				names.stream().collect(Collectors.toMap(Function.identity(), (name) -> "${" + name + "}")), showsValues,
				null);
	}

	/**
	 * Have operations tried, one after the other.
	 * @param place where
	 * @return what to read texts with
	 */
	public ScriptContext tried(@Nullable SchemaTrial place) {
		return new ScriptContext(this.dialect, this.placeholders, this.showsValues, place);
	}

	/**
	 * Say an operation in the database's words.
	 * @param operation the operation
	 * @return its statements
	 * @throws MigratorException if that cannot be told
	 */
	StatementGroup say(Operation operation) {
		if (this.trial != null && operation instanceof ExecuteSql sql) {
			this.placeholders.forEach((name, value) -> {
				if (value.equals("${" + name + "}") && sql.sql().contains(value)) {
					throw new MigratorException(ErrorCategory.UNSUPPORTED,
							"It has the placeholder %s, whose value would get into the copies of tables."
								.formatted(value));
				}
			});
		}
		return (this.trial != null) ? this.trial.say(operation)
				: new StatementGroup(this.dialect.render(operation), List.of());
	}

}
