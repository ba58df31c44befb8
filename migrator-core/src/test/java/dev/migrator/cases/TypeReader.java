package dev.migrator.cases;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the type of a column: {@code "numeric(10, 2)"}, <code>{"enum": "mood", "values":
 * ["sad"]}</code> or <code>{"raw": "int4range"}</code>.
 */
final class TypeReader {

	private static final Pattern LIST = Pattern.compile("(.+)\\[(\\d*)]");

	private static final Pattern SIZED = Pattern
		.compile("([a-z]+(?: [a-z]+)*)(?:\\((\\d+)(?:, *(\\d+))?\\))?((?: [a-z]+)*)");

	private static final Map<String, Kind> OTHERS = Map.of("DOUBLE_PRECISION", Kind.DOUBLE, "INT", Kind.INTEGER, "BOOL",
			Kind.BOOLEAN);

	private TypeReader() {
	}

	static ColumnType read(JsonNode json) {
		if (json.isString()) {
			return read(json.asString());
		}
		Fields fields = new Fields("The type " + json, json);
		ColumnType type = (fields.has("raw")) ? Types.raw(fields.string("raw"))
				: (fields.has("composite")) ? Types.composite(fields.string("composite"))
						: Types.enumeration(fields.string("enum"), fields.strings("values"));
		if (fields.flag("list")) {
			type = new ArrayType(type, null);
		}
		fields.done();
		return type;
	}

	private static ColumnType read(String text) {
		Matcher list = LIST.matcher(text);
		if (list.matches()) {
			return new ArrayType(read(list.group(1)),
					(list.group(2).isEmpty()) ? null : Integer.valueOf(list.group(2)));
		}
		Matcher sized = SIZED.matcher(text);
		if (!sized.matches()) {
			throw unknown(text);
		}
		String word = (sized.group(1) + sized.group(4)).replace(' ', '_').toUpperCase(Locale.ROOT);
		return new StandardType(kind(word, text), integer(sized.group(2)), integer(sized.group(3)));
	}

	private static Kind kind(String word, String text) {
		Kind other = OTHERS.get(word);
		try {
			return (other != null) ? other : Kind.valueOf(word);
		}
		catch (IllegalArgumentException ex) {
			throw unknown(text);
		}
	}

	private static @Nullable Integer integer(@Nullable String digits) {
		return (digits != null) ? Integer.valueOf(digits) : null;
	}

	private static IllegalArgumentException unknown(String text) {
		return new IllegalArgumentException(
				"'%s' is no portable type; a type of one database is {\"raw\": \"%s\"}".formatted(text, text));
	}

}
