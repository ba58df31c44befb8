package dev.migrator.dialect.standard;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.error.MigratorException;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Types in a database's words. What each portable type becomes stands in one table a
 * database: {@link #word}.
 */
public abstract class StandardTypes {

	private static final Pattern SIZE = Pattern.compile("\\((\\d+)(?:, ?(\\d+))?\\)");

	private static final Pattern LIST = Pattern.compile("(.+?)(?:\\[(\\d*)]| array(?:\\[(\\d+)])?)",
			Pattern.CASE_INSENSITIVE);

	private final Identifiers identifiers;

	private final StandardLiterals literals;

	private final Map<String, Kind> printed;

	/**
	 * Create the types.
	 * @param identifiers how names are written
	 * @param literals how values are written
	 */
	protected StandardTypes(Identifiers identifiers, StandardLiterals literals) {
		this(identifiers, literals, Map.of());
	}

	/**
	 * Create the types of a database that they can be read from.
	 * @param identifiers how names are written
	 * @param literals how values are written
	 * @param printed the other way through the table: the kinds of types by how the
	 * database prints them, in lower case and with a {@code #} where a size may stand in
	 * brackets
	 */
	protected StandardTypes(Identifiers identifiers, StandardLiterals literals, Map<String, Kind> printed) {
		this.identifiers = identifiers;
		this.literals = literals;
		Map<String, Kind> kinds = new HashMap<>();
		printed.forEach((text, kind) -> {
			kinds.put(text, kind);
			kinds.put(text.replace("#", ""), kind);
		});
		this.printed = Map.copyOf(kinds);
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
		if (type instanceof NamedType named) {
			return composite(named);
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
	 * Return which portable type comes back for one that was given to a column.
	 * @param type the type
	 * @return the type, another one where the database does not keep the two apart
	 */
	protected StandardType canonical(StandardType type) {
		return type;
	}

	/**
	 * Return which type of named values comes back for one that was given to a column.
	 * @param type the type
	 * @return the type that the database keeps
	 */
	protected ColumnType canonical(EnumType type) {
		return new EnumType(null, type.values());
	}

	/**
	 * Return which type comes back for one that was given to a column.
	 * @param type the type
	 * @return the type that the database keeps
	 * @throws MigratorException {@code UNSUPPORTED} if it has no such type
	 */
	public final ColumnType reflected(ColumnType type) {
		String written = write(type);
		if (type instanceof EnumType values) {
			return canonical(values);
		}
		if (type instanceof ArrayType array) {
			return canonical(new ArrayType(reflected(array.element()), array.length()));
		}
		if (type instanceof StandardType standard) {
			return canonical(standard);
		}
		if (type instanceof NamedType) {
			return type;
		}
		ColumnType read = read(written, Map.of());
		return (read instanceof RawType) ? read : reflected(read);
	}

	/**
	 * Return which type of lists comes back for one that was given to a column.
	 * @param type the type
	 * @return the type that the database keeps
	 */
	protected ArrayType canonical(ArrayType type) {
		return type;
	}

	/**
	 * Read a type as the database prints it.
	 * @param text the type
	 * @param named types that stand beside the tables, by how the database prints them
	 * @return the type, in the database's own words if it is no portable one
	 */
	public final ColumnType read(String text, Map<String, ? extends ColumnType> named) {
		ColumnType known = named.get(text);
		if (known != null) {
			return known;
		}
		Matcher list = LIST.matcher(text);
		if (list.matches()) {
			String length = (list.group(2) != null) ? list.group(2) : list.group(3);
			return new ArrayType(read(list.group(1), named),
					(length != null && !length.isEmpty()) ? Integer.valueOf(length) : null);
		}
		String lower = text.toLowerCase(Locale.ROOT);
		Matcher size = SIZE.matcher(lower);
		if (size.find() && !this.printed.containsKey(lower)) {
			Kind kind = this.printed.get(lower.substring(0, size.start()) + "#" + lower.substring(size.end()));
			return (kind == null) ? readOther(text) : new StandardType(kind, Integer.valueOf(size.group(1)),
					(size.group(2) != null) ? Integer.valueOf(size.group(2)) : null);
		}
		Kind kind = this.printed.get(lower);
		return (kind != null) ? new StandardType(kind, null, null) : readOther(text);
	}

	/**
	 * Read a type that is no portable one.
	 * @param text the type
	 * @return the type
	 */
	protected ColumnType readOther(String text) {
		return new RawType(text);
	}

	/**
	 * Say how a value of one type becomes one of another, where the database does not do
	 * that by itself.
	 * @param column the column's name
	 * @param before the type that it is of
	 * @param after the type that it is to be of
	 * @return the expression, or nothing
	 */
	protected Optional<String> conversion(String column, ColumnType before, ColumnType after) {
		return Optional.empty();
	}

	/**
	 * Write a type of named values: as a list of them.
	 * @param type the type
	 * @return its SQL
	 */
	protected String enumeration(EnumType type) {
		return type.values().stream().map(this.literals::write).collect(Collectors.joining(", ", "enum(", ")"));
	}

	/**
	 * Write a type of several attributes.
	 * @param type the type
	 * @return its SQL
	 * @throws MigratorException {@code UNSUPPORTED} if the database has no such types
	 */
	protected String composite(NamedType type) {
		throw SqlWords.unsupported(
				"%s has no composite types such as '%s'.".formatted(this.identifiers.database(), type.name()),
				"Have a column for each attribute there, for example by op.dialect().");
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
