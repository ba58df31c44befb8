package dev.migrator.dialect.standard;

import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.error.MigratorException;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import org.jspecify.annotations.Nullable;

/**
 * Types in a database's words. What each portable type becomes stands in one table a
 * database: {@link #word}.
 */
public abstract class StandardTypes {

	private final Identifiers identifiers;

	private final StandardLiterals literals;

	/**
	 * Create the types.
	 * @param identifiers how names are written
	 * @param literals how values are written
	 */
	protected StandardTypes(Identifiers identifiers, StandardLiterals literals) {
		this.identifiers = identifiers;
		this.literals = literals;
	}

	/**
	 * Write a type.
	 * @param type the type
	 * @return its SQL
	 */
	public final String write(ColumnType type) {
		if (type instanceof RawType raw) {
			return raw.sql();
		}
		if (type instanceof EnumType values) {
			return enumeration(values);
		}
		return (type instanceof ArrayType array) ? array(array) : word((StandardType) type);
	}

	/**
	 * Write a portable type.
	 * @param type the type
	 * @return its SQL
	 */
	protected abstract String word(StandardType type);

	/**
	 * Write a type of named values: as a list of them.
	 * @param type the type
	 * @return its SQL
	 */
	protected String enumeration(EnumType type) {
		return type.values().stream().map(this.literals::write).collect(Collectors.joining(", ", "enum(", ")"));
	}

	/**
	 * Write a type of lists.
	 * @param type the type
	 * @return its SQL
	 */
	protected String array(ArrayType type) {
		return write(type.element()) + " array" + ((type.length() != null) ? "[" + type.length() + "]" : "");
	}

	/**
	 * Write a value of a type.
	 * @param value the value
	 * @param type its type, or {@code null} if it is not known
	 * @return the value in SQL
	 */
	protected String literal(Object value, @Nullable ColumnType type) {
		return this.literals.write(value);
	}

	/**
	 * Return how names are written.
	 * @return the identifiers
	 */
	protected final Identifiers identifiers() {
		return this.identifiers;
	}

	/**
	 * Say that the database has not a type.
	 * @param type the type
	 * @return the exception
	 */
	protected final MigratorException lacks(StandardType type) {
		String name = type.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
		return SqlWords.unsupported("%s has no type %s.".formatted(this.identifiers.database(), name),
				"Choose another one there, for example by op.dialect().");
	}

	/**
	 * Write a type's size.
	 * @param type the type
	 * @return its length and its scale in brackets, as far as it has them
	 */
	protected static String size(StandardType type) {
		if (type.length() == null) {
			return "";
		}
		return (type.scale() != null) ? "(%d, %d)".formatted(type.length(), type.scale())
				: "(%d)".formatted(type.length());
	}

}
