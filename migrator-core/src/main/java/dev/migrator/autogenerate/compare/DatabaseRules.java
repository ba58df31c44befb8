package dev.migrator.autogenerate.compare;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.IdentifierLimit;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison has to know of the database.
 *
 * @param dialect the database's name
 * @param syntax how its SQL is read
 * @param limit how long a name may be
 * @param supports whether it knows a way to do an operation
 * @param conversion what makes a value of a column's new type of the old one, where that
 * has to be said
 * @param quote writes a name in SQL
 */
public record DatabaseRules(String dialect, SqlSyntax syntax, IdentifierLimit limit, Predicate<Operation> supports,
		BiFunction<Column, Column, Optional<String>> conversion, Function<TableName, String> quote) {

	/** No database in particular. */
	public static final DatabaseRules STANDARD = new DatabaseRules("standard", SqlSyntax.STANDARD, IdentifierLimit.NONE,
			(operation) -> true, (from, to) -> Optional.empty(), TableName::text);

	/**
	 * Ask a dialect.
	 * @param dialect the dialect
	 * @return what it knows
	 */
	public static DatabaseRules of(Dialect dialect) {
		return new DatabaseRules(dialect.name(), dialect.syntax(), dialect.identifierLimit(),
				(operation) -> supports(dialect, operation), dialect::conversion, dialect::quote);
	}

	private static boolean supports(Dialect dialect, Operation operation) {
		try {
			return dialect.dependsOnSchema(operation) || !dialect.render(operation).isEmpty();
		}
		catch (MigratorException ex) {
			if (ex.category() == ErrorCategory.UNSUPPORTED) {
				return false;
			}
			throw ex;
		}
	}

	/**
	 * Return how many numbers of a sequence a session draws at once where nothing is said
	 * of it.
	 * @return how many
	 */
	long defaultCache() {
		return switch (this.dialect) {
			case "h2" -> 32;
			case "mariadb" -> 1000;
			default -> 1;
		};
	}

	/**
	 * Return how many digits of a second a time has that says nothing of them.
	 * @return how many, or {@code null} if the database reads each with its digits
	 */
	@Nullable Integer secondDigits() {
		return switch (this.dialect) {
			case "postgresql" -> 6;
			default -> null;
		};
	}

	/**
	 * Return whether types of named values stand by themselves.
	 * @return whether they do, rather than being part of a column's type
	 */
	boolean hasEnums() {
		return switch (this.dialect) {
			case "h2", "sqlite", "mysql", "mariadb" -> false;
			default -> true;
		};
	}

	/**
	 * Return whether a foreign key that restricts is one that says nothing.
	 * @return whether the database does not tell them apart
	 */
	boolean restrictsByDefault() {
		return switch (this.dialect) {
			case "h2", "mysql", "mariadb" -> true;
			default -> false;
		};
	}

	/**
	 * Return whether a foreign key has to be away while the type of one of its columns
	 * changes, on either side.
	 * @return whether it has
	 */
	boolean fixesKeyColumns() {
		return switch (this.dialect) {
			case "mysql", "mariadb" -> true;
			default -> false;
		};
	}

	/**
	 * Return whether a primary key without a name cannot be dropped while a foreign key
	 * of the same columns uses its index.
	 * @return whether it cannot
	 */
	boolean keepsKeysOfForeignKeys() {
		return this.dialect.equals("h2");
	}

	/**
	 * Return whether a column counts only after it became the primary key, if it is added
	 * to a table that is there already.
	 * @return whether it does
	 */
	boolean countsKeysLast() {
		return this.dialect.equals("sqlite");
	}

	/**
	 * Return whether a column that begins to count does so from 1 on, rather than behind
	 * the values that it has.
	 * @return whether it does
	 */
	boolean countsFromOne() {
		return switch (this.dialect) {
			case "sqlite", "mysql", "mariadb" -> false;
			default -> true;
		};
	}

	/**
	 * Return whether two names of columns are one if they differ in capital letters only.
	 * @return whether they are
	 */
	boolean ignoresCaseOfColumns() {
		return switch (this.dialect) {
			case "sqlite", "mysql", "mariadb" -> true;
			default -> false;
		};
	}

	/**
	 * Return whether comments are kept.
	 * @return whether they are
	 */
	boolean hasComments() {
		return !this.dialect.equals("sqlite");
	}

}
