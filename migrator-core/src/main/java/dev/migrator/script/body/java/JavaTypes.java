package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.Types;
import dev.migrator.script.body.code.Code;
import org.jspecify.annotations.Nullable;

/**
 * Writes types of columns in Java, by the methods of {@link Types}.
 */
final class JavaTypes {

	/** A type whose source is longer gets a variable of its own. */
	private static final int LONGEST = 50;

	private static final Pattern NO_LETTERS = Pattern.compile("[^A-Za-z0-9]+");

	private final JavaScope scope;

	private final List<TypeRenderer> renderers;

	JavaTypes(JavaScope scope, List<TypeRenderer> renderers) {
		this.scope = scope;
		this.renderers = renderers;
	}

	/** Write a type, as it stands among the arguments of a call. */
	Code of(ColumnType type) {
		Code source = source(type);
		String flat = String.valueOf(source.flat());
		return Code.atom((flat.length() <= LONGEST) ? flat
				: this.scope.variable(ColumnType.class, type, variable(type), source));
	}

	private Code source(ColumnType type) {
		for (TypeRenderer renderer : this.renderers) {
			Optional<JavaFragment> fragment = renderer.render(type);
			if (fragment.isPresent()) {
				fragment.get().imports().forEach(this.scope::add);
				return Code.atom(fragment.get().source());
			}
		}
		if (type instanceof RawType raw) {
			return this.scope.call(Types.class, "raw", Code.text(raw.sql()));
		}
		if (type instanceof EnumType values) {
			List<Code> arguments = new ArrayList<>();
			arguments.add((values.name() != null) ? Code.text(values.name().text()) : Code.atom("null"));
			arguments.addAll(List.of(Code.texts(values.values())));
			return this.scope.call(Types.class, "enumeration", arguments.toArray(Code[]::new));
		}
		if (type instanceof NamedType named) {
			return this.scope.call(Types.class, "composite", Code.text(named.name().text()));
		}
		if (type instanceof ArrayType array) {
			Code element = of(array.element());
			return (array.length() != null) ? this.scope.call(Types.class, "array", element, number(array.length()))
					: this.scope.call(Types.class, "array", element);
		}
		return standard((StandardType) type);
	}

	private Code standard(StandardType type) {
		String method = method(type);
		Integer length = type.length();
		Integer scale = type.scale();
		if (method == null) {
			return Code.call("new " + this.scope.name(StandardType.class), this.scope.constant(type.kind()),
					number(length), number(scale));
		}
		if (length == null) {
			return this.scope.call(Types.class, method);
		}
		return (scale == null) ? this.scope.call(Types.class, method, number(length))
				: this.scope.call(Types.class, method, number(length), number(scale));
	}

	/** The method that makes a type of such numbers, or {@code null} if there is none. */
	private static @Nullable String method(StandardType type) {
		boolean sized = type.length() != null;
		if (type.scale() != null) {
			return (type.kind() == StandardType.Kind.NUMERIC && sized) ? "numeric" : null;
		}
		return switch (type.kind()) {
			case NUMERIC, VARCHAR, VARBINARY, TIME, TIMESTAMP -> type.kind().name().toLowerCase(Locale.ROOT);
			case TIME_WITH_TIME_ZONE -> "timeWithTimeZone";
			case TIMESTAMP_WITH_TIME_ZONE -> "timestampWithTimeZone";
			case BIT_VARYING -> "bitVarying";
			case CHAR -> (sized) ? "character" : null;
			case FLOAT -> (sized) ? "floating" : null;
			case BINARY -> (sized) ? "binary" : null;
			case BIT -> (sized) ? "bit" : null;
			case BOOLEAN -> (sized) ? null : "bool";
			case DOUBLE -> (sized) ? null : "doublePrecision";
			case INTERVAL_YEAR_TO_MONTH -> (sized) ? null : "intervalYearToMonth";
			case INTERVAL_DAY_TO_SECOND -> (sized) ? null : "intervalDayToSecond";
			case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, TEXT, CLOB, BLOB, DATE, INTERVAL, UUID, JSON, XML ->
				(sized) ? null : type.kind().name().toLowerCase(Locale.ROOT);
		};
	}

	private static Code number(@Nullable Integer number) {
		return Code.atom(String.valueOf(number));
	}

	/** A name for a type, such as {@code moodType}, which is no word of Java. */
	private static String variable(ColumnType type) {
		String name = (type instanceof EnumType values && values.name() != null) ? values.name().name() : "";
		StringBuilder variable = new StringBuilder();
		for (String word : NO_LETTERS.split(name.toLowerCase(Locale.ROOT), -1)) {
			if (!word.isEmpty()) {
				boolean first = variable.isEmpty();
				variable.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
			}
		}
		if (variable.isEmpty() || Character.isDigit(variable.charAt(0))) {
			return "columnType";
		}
		return variable + "Type";
	}

}
