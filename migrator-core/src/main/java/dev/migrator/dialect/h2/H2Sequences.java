package dev.migrator.dialect.h2;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.Counting;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.operation.Row;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of schemas, and how a column counts. H2 itself does not list the
 * sequences that are part of an identity column.
 */
final class H2Sequences {

	private static final String SEQUENCES = """
			select SEQUENCE_SCHEMA, SEQUENCE_NAME, DATA_TYPE as TYPE, NUMERIC_PRECISION, START_VALUE as START_AT,
			    INCREMENT as STEP, MINIMUM_VALUE as MINIMUM, MAXIMUM_VALUE as MAXIMUM, CACHE as CACHED,
			    CYCLE_OPTION as IS_CYCLE
			from INFORMATION_SCHEMA.SEQUENCES where SEQUENCE_SCHEMA in (%s)""";

	private static final long DEFAULT_CACHE = 32;

	private H2Sequences() {
	}

	static List<Sequence> read(H2Scope scope, StandardTypes types) {
		return scope.query(SEQUENCES).stream().map((row) -> {
			String type = String.valueOf(row.string("TYPE"));
			String size = (type.equals("NUMERIC")) ? "(%d)".formatted(row.number("NUMERIC_PRECISION")) : "";
			return new Sequence(scope.names().of(row.string("SEQUENCE_SCHEMA"), row.string("SEQUENCE_NAME")),
					type(type + size, types), options(row, type + size), null);
		}).toList();
	}

	private static @Nullable ColumnType type(String text, StandardTypes types) {
		return (text.equals("BIGINT")) ? null : types.reflected(types.read(text, Map.of()));
	}

	/**
	 * Read how something counts.
	 * @param row what the catalog tells of it
	 * @param type the type that it counts in
	 * @return the options, without those that are H2's defaults
	 */
	static SequenceOptions options(Row row, String type) {
		Counting counting = new Counting(row.number("START_AT"), row.number("STEP"), row.number("MINIMUM"),
				row.number("MAXIMUM"), row.number("CACHED"), row.bool("IS_CYCLE"));
		SequenceOptions options = counting.options(bits(type), defaultCache(counting));
		boolean digits = type.startsWith("NUMERIC") || type.startsWith("DECIMAL");
		return (digits) ? withoutLimits(options, row.number("NUMERIC_PRECISION")) : options;
	}

	private static int bits(String type) {
		return switch (type) {
			case "TINYINT" -> 8;
			case "SMALLINT" -> 16;
			case "INTEGER" -> 32;
			default -> 64;
		};
	}

	// There are never more numbers in the cache than there are in all. For the largest
	// range there is, H2 2.4.240 gets their number wrong.
	private static long defaultCache(Counting counting) {
		if (counting.cache() < 0) {
			return counting.cache();
		}
		BigInteger range = BigInteger.valueOf(counting.maxValue()).subtract(BigInteger.valueOf(counting.minValue()));
		BigInteger numbers = range.divide(BigInteger.valueOf(counting.increment()).abs()).add(BigInteger.ONE);
		return numbers.min(BigInteger.valueOf(DEFAULT_CACHE)).longValueExact();
	}

	// A decimal number counts up or down to as many nines as it has digits.
	private static SequenceOptions withoutLimits(SequenceOptions options, long digits) {
		BigInteger nines = BigInteger.TEN.pow((int) digits).subtract(BigInteger.ONE);
		return new SequenceOptions(options.start(), options.increment(), unless(nines.negate(), options.minValue()),
				false, unless(nines, options.maxValue()), false, options.cache(), options.cycle());
	}

	private static @Nullable Long unless(BigInteger usual, @Nullable Long limit) {
		return (limit != null && usual.equals(BigInteger.valueOf(limit))) ? null : limit;
	}

}
