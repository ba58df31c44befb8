package dev.migrator.operation;

import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * What makes a changed sequence count again as it did.
 */
final class SequenceReversal {

	private SequenceReversal() {
	}

	/**
	 * Return the options to go back to.
	 * @param change the options that are changed
	 * @param before the options before
	 * @return the options, or {@code null} if one that is changed is not known: what a
	 * database takes where nothing is said differs between them
	 */
	static @Nullable SequenceOptions of(SequenceOptions change, SequenceOptions before) {
		if (isUnknown(change.start(), before.start()) || isUnknown(change.cache(), before.cache())) {
			return null;
		}
		boolean minValue = change.minValue() != null || change.noMinValue();
		boolean maxValue = change.maxValue() != null || change.noMaxValue();
		return new SequenceOptions((change.start() != null) ? before.start() : null,
				(change.increment() != null) ? or(before.increment(), 1) : null, (minValue) ? before.minValue() : null,
				minValue && before.minValue() == null, (maxValue) ? before.maxValue() : null,
				maxValue && before.maxValue() == null, (change.cache() != null) ? before.cache() : null,
				(change.cycle() != null) ? Boolean.TRUE.equals(before.cycle()) : null);
	}

	/**
	 * Return the options that a sequence has when it was changed.
	 * @param change the options that are changed
	 * @param before the options before
	 * @return all options
	 */
	static SequenceOptions after(SequenceOptions change, SequenceOptions before) {
		boolean minValue = change.minValue() != null || change.noMinValue();
		boolean maxValue = change.maxValue() != null || change.noMaxValue();
		return new SequenceOptions((change.start() != null) ? change.start() : before.start(),
				(change.increment() != null) ? change.increment() : before.increment(),
				(minValue) ? change.minValue() : before.minValue(), false,
				(maxValue) ? change.maxValue() : before.maxValue(), false,
				(change.cache() != null) ? change.cache() : before.cache(),
				(change.cycle() != null) ? change.cycle() : before.cycle());
	}

	private static boolean isUnknown(@Nullable Long change, @Nullable Long before) {
		return change != null && before == null;
	}

	private static Long or(@Nullable Long value, long otherwise) {
		return (value != null) ? value : otherwise;
	}

}
