package dev.migrator.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import dev.migrator.operation.Sql;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads values: texts, numbers, booleans, lists and null as JSON has them, others as
 * <code>{"date": "2026-01-15"}</code>.
 */
final class ValueReader {

	private ValueReader() {
	}

	static Object required(JsonNode json) {
		Object value = read(json);
		if (value == null) {
			throw new IllegalArgumentException("A value is needed, not null");
		}
		return value;
	}

	static @Nullable Object read(JsonNode json) {
		if (json.isNull()) {
			return null;
		}
		if (json.isString()) {
			return json.asString();
		}
		if (json.isBoolean()) {
			return json.asBoolean();
		}
		if (json.isArray()) {
			List<@Nullable Object> elements = new ArrayList<>();
			json.valueStream().forEach((element) -> elements.add(read(element)));
			return elements;
		}
		if (json.isObject()) {
			return special(new Fields("The value " + json, json));
		}
		if (!json.canConvertToExactIntegral()) {
			return json.decimalValue();
		}
		long number = json.asLong();
		return (number == (int) number) ? (Object) (int) number : (Object) number;
	}

	private static Object special(Fields fields) {
		String kind = fields.names().iterator().next();
		String text = (kind.equals("json")) ? fields.required(kind).toString() : fields.string(kind);
		return switch (kind) {
			case "date" -> LocalDate.parse(text);
			case "time" -> LocalTime.parse(text);
			case "timestamp" -> LocalDateTime.parse(text);
			case "instant" -> Instant.parse(text);
			case "uuid" -> UUID.fromString(text);
			case "bytes" -> HexFormat.of().parseHex(text);
			case "json" -> Sql.json(text);
			default -> throw fields.error("is of no kind that is known: date, time, timestamp, instant, uuid, bytes, "
					+ "json; an expression is {\"sql\": …} where one may stand");
		};
	}

}
