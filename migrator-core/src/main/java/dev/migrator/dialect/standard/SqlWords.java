package dev.migrator.dialect.standard;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * How a database writes names, values and types: what all its statements are made from.
 */
public final class SqlWords {

	private final String dialect;

	private final Identifiers identifiers;

	private final StandardLiterals literals;

	private final StandardTypes types;

	/**
	 * Create the words.
	 * @param dialect the dialect's name
	 * @param identifiers how names are written
	 * @param literals how values are written
	 * @param types how types are written
	 */
	public SqlWords(String dialect, Identifiers identifiers, StandardLiterals literals, StandardTypes types) {
		this.dialect = dialect;
		this.identifiers = identifiers;
		this.literals = literals;
		this.types = types;
	}

	/**
	 * Return the dialect's name.
	 * @return {@code postgresql}, {@code h2} …
	 */
	public String dialect() {
		return this.dialect;
	}

	/**
	 * Return the database's name as it stands in messages.
	 * @return the product
	 */
	public String product() {
		return this.identifiers.database();
	}

	/**
	 * Return how names are written.
	 * @return the identifiers
	 */
	public Identifiers identifiers() {
		return this.identifiers;
	}

	/**
	 * Write a name.
	 * @param identifier the name
	 * @return the name in SQL
	 */
	public String name(String identifier) {
		return this.identifiers.write(identifier);
	}

	/**
	 * Write a name with its schema.
	 * @param name the name
	 * @return the name in SQL
	 */
	public String name(TableName name) {
		String own = name(name.name());
		return (name.schema() != null) ? name(name.schema()) + "." + own : own;
	}

	/**
	 * Write names in brackets.
	 * @param names the names
	 * @return the names in SQL
	 */
	public String list(List<String> names) {
		return names.stream().map(this::name).collect(Collectors.joining(", ", "(", ")"));
	}

	/**
	 * Write a value.
	 * @param value the value
	 * @return the value in SQL
	 */
	public String literal(@Nullable Object value) {
		return this.literals.write(value);
	}

	/**
	 * Write a type.
	 * @param type the type
	 * @return the type in SQL
	 */
	public String type(ColumnType type) {
		return this.types.write(type);
	}

	/**
	 * Return the types.
	 * @return how types are written and read
	 */
	public StandardTypes types() {
		return this.types;
	}

	/**
	 * Write a column's default.
	 * @param defaultValue the default
	 * @param type the column's type, or {@code null} if it is not known
	 * @return the default in SQL
	 */
	public String defaultValue(ColumnDefault defaultValue, @Nullable ColumnType type) {
		if (defaultValue instanceof ColumnDefault.Value value) {
			return this.types.literal(value.value(), type);
		}
		return ((ColumnDefault.Expression) defaultValue).sql();
	}

	/**
	 * Begin to change a table.
	 * @param table the table
	 * @return {@code alter table} and its name, with a blank behind
	 */
	public String alterTable(TableName table) {
		return "alter table " + name(table) + " ";
	}

	/**
	 * Write a comment's text.
	 * @param text the text, or {@code null} or empty for none
	 * @return the text in SQL
	 */
	public String comment(@Nullable String text) {
		return (text == null || text.isEmpty()) ? "null" : literal(text);
	}

	/**
	 * Write that absence is no error.
	 * @param ifExists whether it is none
	 * @return the words with a blank behind, or nothing
	 */
	public String ifExists(boolean ifExists) {
		return (ifExists) ? "if exists " : "";
	}

	/**
	 * Write that presence is no error.
	 * @param ifNotExists whether it is none
	 * @return the words with a blank behind, or nothing
	 */
	public String ifNotExists(boolean ifNotExists) {
		return (ifNotExists) ? "if not exists " : "";
	}

	/**
	 * Write that what depends on something goes too.
	 * @param cascade whether it does
	 * @return the word with a blank before, or nothing
	 */
	public String cascade(boolean cascade) {
		return (cascade) ? " cascade" : "";
	}

	/**
	 * Refuse what the database lacks.
	 * @param lacks whether it is asked for
	 * @param what what it is, in words that follow the database's name and {@code has no}
	 * @param action what to do
	 */
	public void refuse(boolean lacks, String what, String action) {
		if (lacks) {
			throw lacks(what, action);
		}
	}

	/**
	 * Say that the database lacks something.
	 * @param what what it has not, in words that follow its name and {@code has no}
	 * @param action what to do
	 * @return the exception
	 */
	public MigratorException lacks(String what, String action) {
		return unsupported("%s has no %s.".formatted(product(), what), action);
	}

	/**
	 * Say that the database lacks something.
	 * @param problem what, in a whole sentence
	 * @param action what to do
	 * @return the exception
	 */
	public static MigratorException unsupported(String problem, String action) {
		return new MigratorException(ErrorCategory.UNSUPPORTED, problem, action);
	}

}
