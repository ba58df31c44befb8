package dev.migrator.autogenerate.compare;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to the values of a column that gets another type.
 */
enum TypeLoss {

	/** Not every value has its like in the new type. */
	NARROWER("Values that the new type of %s cannot hold make this fail, or are cut; change them before."),

	/** The database takes the time zone of whoever asks. */
	ZONE("The values of %s are read in the time zone of the session that runs this; look whether that is what they were written in."),

	/** What an application counts from 0 in its own order, the database does not. */
	PLACES("The database makes numbers of named values, and named values of numbers, by their places in the type, from 1 on, and not as the application counts: to keep the values of %s, add a column of another name, fill it by an update, drop the old one, and rename it."),

	/** A UUID of 16 bytes is no UUID of 36 characters. */
	BYTES("The database takes bytes for characters as they are: to keep values of %s that mean something else, such as a UUID, add a column of another name, fill it by an update, drop the old one, and rename it.");

	private final String todo;

	TypeLoss(String todo) {
		this.todo = todo;
	}

	/**
	 * Say what is to be done about it.
	 * @param subject the column
	 * @return a whole sentence
	 */
	String todo(String subject) {
		return this.todo.formatted(subject);
	}

	/**
	 * Compare two types.
	 * @param before the type of a column
	 * @param after the type that it gets
	 * @return what may happen, or {@code null} if each value has its like
	 */
	static @Nullable TypeLoss of(ColumnType before, ColumnType after) {
		if (before instanceof ArrayType list && after instanceof ArrayType other) {
			TypeLoss loss = of(list.element(), other.element());
			return (loss != null) ? loss : narrowerIf(isShorter(list.length(), other.length()));
		}
		if (before instanceof EnumType values) {
			return ofValues(values, after);
		}
		if (after instanceof EnumType values) {
			boolean number = before instanceof StandardType old && isNumber(old.kind());
			return (number && values.name() == null) ? PLACES : NARROWER;
		}
		if (before instanceof StandardType old && after instanceof StandardType young) {
			return of(old, young);
		}
		// what a word of the database's own can hold is not known
		boolean to = after instanceof StandardType young && isContent(young.kind()) && young.length() == null;
		boolean from = before instanceof StandardType old && isContent(old.kind()) && after instanceof RawType;
		return narrowerIf(!to && !from);
	}

	private static @Nullable TypeLoss ofValues(EnumType values, ColumnType after) {
		if (after instanceof EnumType other) {
			Set<String> lost = new HashSet<>(values.values());
			other.values().forEach(lost::remove);
			return narrowerIf(!lost.isEmpty());
		}
		if (after instanceof StandardType young && isText(young.kind())) {
			int longest = values.values().stream().mapToInt(String::length).max().orElse(0);
			return narrowerIf(young.length() != null && young.length() < longest);
		}
		boolean number = after instanceof StandardType young && isNumber(young.kind());
		return (number && values.name() == null) ? PLACES : NARROWER;
	}

	private static @Nullable TypeLoss of(StandardType before, StandardType after) {
		Kind old = before.kind();
		Kind young = after.kind();
		if ((isText(old) && isBytes(young)) || (isBytes(old) && isText(young))) {
			return BYTES;
		}
		if (isText(young)) {
			return narrowerIf((isText(old)) ? isShorter(before.length(), after.length())
					: after.length() != null && after.length() < width(before));
		}
		boolean toZone = (young == Kind.TIMESTAMP_WITH_TIME_ZONE && (old == Kind.TIMESTAMP || old == Kind.DATE))
				|| (young == Kind.TIME_WITH_TIME_ZONE && old == Kind.TIME);
		boolean fromZone = (old == Kind.TIMESTAMP_WITH_TIME_ZONE && young == Kind.TIMESTAMP)
				|| (old == Kind.TIME_WITH_TIME_ZONE && young == Kind.TIME);
		if (toZone || fromZone) {
			return ZONE;
		}
		if (isNumber(old) && isNumber(young)) {
			return narrowerIf(isSmaller(before, after));
		}
		boolean alike = old == young || (isBytes(old) && isBytes(young))
				|| (old == Kind.DATE && young == Kind.TIMESTAMP);
		boolean truth = old == Kind.BOOLEAN && isNumber(young);
		return narrowerIf((alike) ? old != Kind.DATE && isShorter(before.length(), after.length()) : !truth);
	}

	private static @Nullable TypeLoss narrowerIf(boolean narrower) {
		return (narrower) ? NARROWER : null;
	}

	private static boolean isShorter(@Nullable Integer before, @Nullable Integer after) {
		return after != null && (before == null || before > after);
	}

	private static boolean isSmaller(StandardType before, StandardType after) {
		if (after.kind() != Kind.NUMERIC) {
			return before.kind().compareTo(after.kind()) > 0;
		}
		if (after.length() == null) {
			return false;
		}
		int scale = Objects.requireNonNullElse(after.scale(), 0);
		if (before.kind() != Kind.NUMERIC) {
			return digits(before.kind()) > after.length() - scale;
		}
		int before0 = Objects.requireNonNullElse(before.scale(), 0);
		return before.length() == null || before0 > scale || before.length() - before0 > after.length() - scale;
	}

	// Those before a point; what a floating point number has no number of digits holds.
	private static int digits(Kind kind) {
		return switch (kind) {
			case TINYINT -> 3;
			case SMALLINT -> 5;
			case INTEGER -> 10;
			case BIGINT -> 19;
			default -> Integer.MAX_VALUE;
		};
	}

	// The characters of the longest value.
	private static int width(StandardType type) {
		return switch (type.kind()) {
			case TINYINT -> 4;
			case BOOLEAN -> 5;
			case SMALLINT -> 6;
			case DATE -> 10;
			case INTEGER -> 11;
			case TIME -> 15;
			case BIGINT -> 20;
			case TIME_WITH_TIME_ZONE -> 21;
			case TIMESTAMP -> 26;
			case REAL, DOUBLE, FLOAT -> 25;
			case TIMESTAMP_WITH_TIME_ZONE -> 32;
			case UUID -> 36;
			case NUMERIC -> (type.length() != null) ? type.length() + 2 : Integer.MAX_VALUE;
			default -> Integer.MAX_VALUE;
		};
	}

	private static boolean isContent(Kind kind) {
		return isText(kind) || isBytes(kind);
	}

	private static boolean isText(Kind kind) {
		return ColumnComparison.family(kind) == Kind.TEXT;
	}

	private static boolean isNumber(Kind kind) {
		return ColumnComparison.family(kind) == Kind.NUMERIC;
	}

	private static boolean isBytes(Kind kind) {
		return kind == Kind.BINARY || kind == Kind.VARBINARY || kind == Kind.BLOB;
	}

}
