package dev.migrator.autogenerate.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.TableName;

/**
 * Types as cases write them: {@code varchar(20)}, {@code numeric(10, 2)},
 * {@code timestamp with time zone(6)}, {@code integer[]}, {@code enum mood(sad, happy)},
 * {@code enum(a, b)}, {@code composite place}, {@code raw citext}.
 */
final class TypeText {

	private static final Pattern STANDARD = Pattern.compile("([a-z ]+?) ?(?:\\((\\d+)(?:, ?(\\d+))?\\))?");

	private static final Pattern ENUM = Pattern.compile("enum ?([^(]*)\\((.*)\\)");

	private TypeText() {
	}

	static ColumnType read(String text) {
		if (text.startsWith("composite ") && !text.endsWith("[]")) {
			return new NamedType(TableName.of(text.substring("composite ".length())));
		}
		if (text.startsWith("raw ")) {
			return new RawType(text.substring("raw ".length()));
		}
		if (text.endsWith("[]")) {
			return new ArrayType(read(text.substring(0, text.length() - 2)), null);
		}
		Matcher values = ENUM.matcher(text);
		if (values.matches()) {
			return new EnumType((values.group(1).isEmpty()) ? null : TableName.of(values.group(1)),
					Arrays.stream(values.group(2).split(",")).map(String::strip).toList());
		}
		Matcher standard = STANDARD.matcher(text);
		if (!standard.matches()) {
			throw new IllegalArgumentException("'%s' is no type".formatted(text));
		}
		StandardType.Kind kind = StandardType.Kind
			.valueOf(standard.group(1).replace(' ', '_').toUpperCase(Locale.ROOT));
		return new StandardType(kind, (standard.group(2) != null) ? Integer.valueOf(standard.group(2)) : null,
				(standard.group(3) != null) ? Integer.valueOf(standard.group(3)) : null);
	}

	static String write(ColumnType type) {
		if (type instanceof RawType raw) {
			return "raw " + raw.sql();
		}
		if (type instanceof ArrayType array) {
			return write(array.element()) + "[]";
		}
		if (type instanceof EnumType values) {
			return "enum" + ((values.name() != null) ? " " + values.name() : "") + list(values.values());
		}
		if (type instanceof NamedType named) {
			return "composite " + named.name();
		}
		StandardType standard = (StandardType) type;
		String size = "";
		if (standard.length() != null) {
			size = "(" + standard.length() + ((standard.scale() != null) ? ", " + standard.scale() : "") + ")";
		}
		return standard.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + size;
	}

	static String list(List<String> names) {
		return names.stream().collect(Collectors.joining(", ", "(", ")"));
	}

}
