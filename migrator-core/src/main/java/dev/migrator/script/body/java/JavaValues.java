package dev.migrator.script.body.java;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Sql;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Json;
import dev.migrator.schema.TableName;
import dev.migrator.script.body.code.Code;
import dev.migrator.script.source.JavaLiteral;
import org.jspecify.annotations.Nullable;

/**
 * Writes values in Java: what a column may hold, and records such as operations.
 */
final class JavaValues {

	/** Classes whose values their own {@code parse} reads from their text. */
	private static final Set<Class<?>> PARSED = Set.of(LocalDate.class, LocalTime.class, LocalDateTime.class,
			OffsetDateTime.class, OffsetTime.class, ZonedDateTime.class, Instant.class, Duration.class, Period.class,
			Year.class, YearMonth.class, MonthDay.class);

	/** Classes whose values their own {@code valueOf} reads from their text. */
	private static final Set<Class<?>> SQL_DATES = Set.of(java.sql.Date.class, java.sql.Time.class,
			java.sql.Timestamp.class);

	private final JavaScope scope;

	private final JavaTypes types;

	JavaValues(JavaScope scope, JavaTypes types) {
		this.scope = scope;
		this.types = types;
	}

	/** Write a value. */
	Code of(@Nullable Object value) {
		if (value == null || value instanceof Boolean || value instanceof Integer) {
			return Code.atom(String.valueOf(value));
		}
		if (value instanceof String text) {
			return Code.text(text);
		}
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof Character character) {
			String text = (character == '\'') ? "\\'" : JavaLiteral.escape(character.toString());
			return Code.atom("'" + text.replace("\\\"", "\"") + "'");
		}
		if (value instanceof Enum<?> constant) {
			return this.scope.constant(constant);
		}
		if (value instanceof List<?> list) {
			return list(list);
		}
		if (value.getClass().isArray()) {
			return array(value);
		}
		return (value instanceof Record data) ? data(data) : other(value);
	}

	private Code number(Number number) {
		if (number instanceof Long) {
			return Code.atom(number + "L");
		}
		if (number instanceof Short || number instanceof Byte) {
			return Code.atom(((number instanceof Short) ? "(short) " : "(byte) ") + number);
		}
		if (number instanceof Double real) {
			return Code.atom(Double.isFinite(real) ? real.toString() : "Double." + special(real));
		}
		if (number instanceof Float real) {
			return Code.atom(Float.isFinite(real) ? real + "f" : "Float." + special(real));
		}
		if (number instanceof BigDecimal || number instanceof BigInteger) {
			return Code.call("new " + this.scope.name(number.getClass()), Code.text(number.toString()));
		}
		throw unknown(number);
	}

	private static String special(double real) {
		if (Double.isNaN(real)) {
			return "NaN";
		}
		return (real > 0) ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
	}

	@SuppressWarnings("JavaUtilDate") // a migration may give one
	private Code other(Object value) {
		if (value instanceof UUID) {
			return this.scope.callOf(UUID.class, "fromString", Code.text(value.toString()));
		}
		if (PARSED.contains(value.getClass())) {
			return this.scope.callOf(value.getClass(), "parse", Code.text(value.toString()));
		}
		if (SQL_DATES.contains(value.getClass())) {
			return this.scope.callOf(value.getClass(), "valueOf", Code.text(value.toString()));
		}
		if (value.getClass() == Date.class) {
			return Code.call("new " + this.scope.name(Date.class), Code.atom(((Date) value).getTime() + "L"));
		}
		throw unknown(value);
	}

	/** Write a list; only that of {@code Arrays} may hold nothing in a place. */
	private Code list(List<?> list) {
		boolean gaps = list.stream().anyMatch((element) -> element == null);
		Code[] elements = arguments(list);
		return (gaps) ? this.scope.callOf(Arrays.class, "asList", elements)
				: this.scope.callOf(List.class, "of", elements);
	}

	private Code array(Object array) {
		if (array instanceof byte[] bytes) {
			return new Code.Chain(this.scope.callOf(HexFormat.class, "of"),
					List.of(Code.call("parseHex", Code.text(HexFormat.of().formatHex(bytes)))));
		}
		List<String> elements = new ArrayList<>();
		for (int i = 0; i < Array.getLength(array); i++) {
			elements.add(String.valueOf(of(Array.get(array, i)).flat()));
		}
		String type = this.scope.name(array.getClass().getComponentType());
		return Code.atom(elements.isEmpty() ? "new %s[0]".formatted(type)
				: "new %s[] { %s }".formatted(type, String.join(", ", elements)));
	}

	/**
	 * Write the values of a parameter that takes any number of them. A single value that
	 * is nothing or an array would be taken for all of them.
	 */
	Code[] arguments(List<?> values) {
		if (values.size() == 1) {
			Object value = values.get(0);
			if (value == null || value instanceof Object[]) {
				return new Code[] { Code.atom("(Object) " + of(value).flat()) };
			}
		}
		return values.stream().map(this::of).toArray(Code[]::new);
	}

	/** Write a record by its constructor. */
	private Code data(Record data) {
		if (data instanceof Json json) {
			return this.scope.call(Sql.class, "json", Code.text(json.text()));
		}
		if (data instanceof TableName name) {
			return this.scope.callOf(TableName.class, "of", Code.text(name.text()));
		}
		return (data instanceof ColumnType type) ? this.types.of(type) : record(data);
	}

	/** Write a record by its constructor, even one that has a shorter form. */
	Code record(Record data) {
		List<Code> arguments = new ArrayList<>();
		for (RecordComponent component : data.getClass().getRecordComponents()) {
			arguments.add(of(read(component, data)));
		}
		return new Code.Call("new " + this.scope.name(data.getClass()), arguments);
	}

	private static @Nullable Object read(RecordComponent component, Record data) {
		try {
			Method accessor = component.getAccessor();
			// An application's own operation need not be public.
			accessor.setAccessible(true);
			return accessor.invoke(data);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot read %s of %s".formatted(component, data), ex);
		}
	}

	private static MigratorException unknown(Object value) {
		return new MigratorException(ErrorCategory.UNSUPPORTED,
				"A value of the class %s cannot be written in Java: %s.".formatted(value.getClass().getName(), value),
				"Give the operation a value of another class, or register an OperationRenderer for it.");
	}

}
