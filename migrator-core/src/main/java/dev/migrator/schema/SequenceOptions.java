package dev.migrator.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence or an identity column counts. What is {@code null} is as the database
 * has it by default, or stays as it is where one is changed.
 *
 * @param start the first number
 * @param increment the step, which is negative to count down
 * @param minValue the smallest number
 * @param noMinValue whether the smallest number is the database's
 * @param maxValue the largest number
 * @param noMaxValue whether the largest number is the database's
 * @param cache how many numbers a session draws at once
 * @param cycle whether it begins again at its end
 */
public record SequenceOptions(@Nullable Long start, @Nullable Long increment, @Nullable Long minValue,
		boolean noMinValue, @Nullable Long maxValue, boolean noMaxValue, @Nullable Long cache,
		@Nullable Boolean cycle) {

	/** Nothing said. */
	public static final SequenceOptions NONE = new SequenceOptions(null, null, null, false, null, false, null, null);

	public SequenceOptions {
		if ((noMinValue && minValue != null) || (noMaxValue && maxValue != null)) {
			throw new IllegalArgumentException("A sequence has a limit or none, not both");
		}
	}

}
