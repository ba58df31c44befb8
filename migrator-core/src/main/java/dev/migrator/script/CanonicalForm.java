package dev.migrator.script;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SourceLocation;
import dev.migrator.schema.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations as a text that says what they do. What an operation does not say
 * (nothing, false, an empty list) does not stand in it, so that a later version of
 * Migrator may add to an operation without changing the text of those that exist. Where
 * nothing and false differ, false does stand in it.
 */
public final class CanonicalForm {

	private final StringBuilder text = new StringBuilder();

	private CanonicalForm() {
	}

	/**
	 * Write operations.
	 * @param operations the operations
	 * @return the text, the same for equal operations
	 */
	public static String of(List<Operation> operations) {
		CanonicalForm form = new CanonicalForm();
		for (Operation operation : operations) {
			form.append(operation);
			form.text.append('\n');
		}
		return form.text.toString();
	}

	private void append(@Nullable Object value) {
		// What a column counted by was said by a mere yes at first.
		if (value instanceof Record data && !data.equals(Identity.BY_DEFAULT)) {
			append(data);
		}
		else if (value instanceof Collection<?> values) {
			append(values);
		}
		else if (value instanceof Enum<?> constant) {
			this.text.append(constant.name());
		}
		else if (value instanceof byte[] bytes) {
			this.text.append("bytes").append(Arrays.toString(bytes));
		}
		else if (value != null && value.getClass().isArray()) {
			append(IntStream.range(0, Array.getLength(value)).mapToObj((i) -> Array.get(value, i)).toList());
		}
		else {
			String string = (value instanceof Identity) ? "true" : String.valueOf(value);
			this.text.append(string.length()).append('"').append(string).append('"');
		}
	}

	private void append(Collection<?> values) {
		this.text.append('[');
		for (Object element : values) {
			append(element);
			this.text.append(',');
		}
		this.text.append(']');
	}

	private void append(Record data) {
		this.text.append(data.getClass().getSimpleName()).append('{');
		for (RecordComponent component : data.getClass().getRecordComponents()) {
			Object value = read(component, data);
			if (saysSomething(value) || isSaidNo(component, value)) {
				this.text.append(component.getName()).append('=');
				append(value);
				this.text.append(',');
			}
		}
		this.text.append('}');
	}

	private static boolean saysSomething(@Nullable Object value) {
		return value != null && !Boolean.FALSE.equals(value) && !(value instanceof SourceLocation)
				&& !(value instanceof Collection<?> values && values.isEmpty());
	}

	// Whether a changed column may be null is older than this rule.
	private static boolean isSaidNo(RecordComponent component, @Nullable Object value) {
		return Boolean.FALSE.equals(value) && component.getType() == Boolean.class
				&& component.getDeclaringRecord() != AlterColumn.class;
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

}
