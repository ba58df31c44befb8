package dev.migrator.script.body;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Describes operations to the last value and its class, so that equal texts are equal
 * operations.
 */
final class Described {

	private Described() {
	}

	static String of(List<Operation> operations) {
		return operations.stream().map(Described::of).collect(Collectors.joining("\n"));
	}

	private static String of(@Nullable Object value) {
		if (value == null) {
			return "null";
		}
		if (value instanceof List<?> list) {
			return list.stream().map(Described::of).collect(Collectors.joining(", ", "[", "]"));
		}
		String type = value.getClass().getSimpleName();
		if (value.getClass().isArray()) {
			return IntStream.range(0, Array.getLength(value))
				.mapToObj((i) -> of(Array.get(value, i)))
				.collect(Collectors.joining(", ", type + "[", "]"));
		}
		if (!(value instanceof Record)) {
			return type + ":" + value;
		}
		return List.of(value.getClass().getRecordComponents())
			.stream()
			.map((component) -> component.getName() + "=" + of(read(component, value)))
			.collect(Collectors.joining(", ", type + "(", ")"));
	}

	private static @Nullable Object read(RecordComponent component, Object data) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(data);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
