package dev.migrator.dialect.standard;

import java.math.BigInteger;

import dev.migrator.schema.SequenceOptions;

/**
 * How a sequence counts, as a catalog tells it: with everything said.
 *
 * @param start its first number
 * @param increment its step
 * @param minValue its smallest number
 * @param maxValue its largest number
 * @param cache how many numbers a session draws at once
 * @param cycle whether it begins again at its end
 */
public record Counting(long start, long increment, long minValue, long maxValue, long cache, boolean cycle) {

	/**
	 * Leave out what is as the database has it by default.
	 * @param bits the size of the type that it counts in
	 * @param defaultCache how many numbers a session draws at once by default
	 * @return the options that say the rest
	 */
	public SequenceOptions options(int bits, long defaultCache) {
		long largest = BigInteger.ONE.shiftLeft(bits - 1).subtract(BigInteger.ONE).longValueExact();
		boolean up = this.increment > 0;
		long usualMin = (up) ? 1 : -largest - 1;
		long usualMax = (up) ? largest : -1;
		long usualStart = (up) ? this.minValue : this.maxValue;
		return new SequenceOptions((this.start != usualStart) ? this.start : null,
				(this.increment != 1) ? this.increment : null, (this.minValue != usualMin) ? this.minValue : null,
				false, (this.maxValue != usualMax) ? this.maxValue : null, false,
				(this.cache != defaultCache) ? this.cache : null, (this.cycle) ? Boolean.TRUE : null);
	}

}
