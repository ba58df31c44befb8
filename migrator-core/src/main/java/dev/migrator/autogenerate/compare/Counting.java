package dev.migrator.autogenerate.compare;

import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Compares how sequences and identity columns count. What nothing is said of is as
 * databases have it by default. The first number matters only when something begins to
 * count, and is not compared.
 */
final class Counting {

	private Counting() {
	}

	/**
	 * Return what has to change.
	 * @param database how the database counts
	 * @param target how it is to count
	 * @param defaultCache how many numbers a session draws where nothing is said of it
	 * @return the options that change, {@link SequenceOptions#NONE} if none does
	 */
	static SequenceOptions change(SequenceOptions database, SequenceOptions target, long defaultCache) {
		Long increment = (or(database.increment(), 1) != or(target.increment(), 1)) ? or(target.increment(), 1) : null;
		boolean up = or(target.increment(), 1) > 0;
		boolean minimum = differs(database.minValue(), target.minValue(), (up) ? 1 : Long.MIN_VALUE);
		boolean maximum = differs(database.maxValue(), target.maxValue(), (up) ? Long.MAX_VALUE : -1);
		Long cache = (target.cache() != null && or(database.cache(), defaultCache) != target.cache()) ? target.cache()
				: null;
		boolean cycle = Boolean.TRUE.equals(target.cycle());
		return new SequenceOptions(null, increment, (minimum) ? target.minValue() : null,
				minimum && target.minValue() == null, (maximum) ? target.maxValue() : null,
				maximum && target.maxValue() == null, cache,
				(cycle != Boolean.TRUE.equals(database.cycle())) ? (Boolean) cycle : null);
	}

	/**
	 * Return what brings the database back.
	 * @param change what changes
	 * @param database how the database counts before
	 * @param defaultCache how many numbers a session draws where nothing is said of it
	 * @return the options that change back
	 */
	static SequenceOptions back(SequenceOptions change, SequenceOptions database, long defaultCache) {
		boolean minimum = change.minValue() != null || change.noMinValue();
		boolean maximum = change.maxValue() != null || change.noMaxValue();
		return new SequenceOptions(null, (change.increment() != null) ? (Long) or(database.increment(), 1) : null,
				(minimum) ? database.minValue() : null, minimum && database.minValue() == null,
				(maximum) ? database.maxValue() : null, maximum && database.maxValue() == null,
				(change.cache() != null) ? (Long) or(database.cache(), defaultCache) : null,
				(change.cycle() != null) ? (Boolean) Boolean.TRUE.equals(database.cycle()) : null);
	}

	private static boolean differs(@Nullable Long database, @Nullable Long target, long byDefault) {
		return or(database, byDefault) != or(target, byDefault);
	}

	private static long or(@Nullable Long value, long otherwise) {
		return (value != null) ? value : otherwise;
	}

}
