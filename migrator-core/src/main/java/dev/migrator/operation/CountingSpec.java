package dev.migrator.operation;

import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * How something counts, as a migration describes it.
 *
 * @param <S> its own type
 */
public abstract sealed class CountingSpec<S extends CountingSpec<S>>
		permits SequenceSpec, AlterSequenceSpec, IdentitySpec, AlterIdentitySpec {

	private @Nullable Long start;

	private @Nullable Long increment;

	private @Nullable Long minValue;

	private boolean noMinValue;

	private @Nullable Long maxValue;

	private boolean noMaxValue;

	private @Nullable Long cache;

	private @Nullable Boolean cycle;

	CountingSpec() {
	}

	/**
	 * The first number.
	 * @param number the number
	 * @return this
	 */
	public S startWith(long number) {
		this.start = number;
		return self();
	}

	/**
	 * The step from a number to the next.
	 * @param step the step, negative to count down
	 * @return this
	 */
	public S incrementBy(long step) {
		this.increment = step;
		return self();
	}

	/**
	 * The smallest number.
	 * @param number the number
	 * @return this
	 */
	public S minValue(long number) {
		this.minValue = number;
		this.noMinValue = false;
		return self();
	}

	/**
	 * The smallest number is the database's.
	 * @return this
	 */
	public S noMinValue() {
		this.minValue = null;
		this.noMinValue = true;
		return self();
	}

	/**
	 * The largest number.
	 * @param number the number
	 * @return this
	 */
	public S maxValue(long number) {
		this.maxValue = number;
		this.noMaxValue = false;
		return self();
	}

	/**
	 * The largest number is the database's.
	 * @return this
	 */
	public S noMaxValue() {
		this.maxValue = null;
		this.noMaxValue = true;
		return self();
	}

	/**
	 * How many numbers a session draws at once.
	 * @param numbers how many, 1 to keep none
	 * @return this
	 */
	public S cache(long numbers) {
		this.cache = numbers;
		return self();
	}

	/**
	 * Begin again at the end.
	 * @return this
	 */
	public S cycle() {
		this.cycle = true;
		return self();
	}

	/**
	 * Fail at the end, as is done by default.
	 * @return this
	 */
	public S noCycle() {
		this.cycle = false;
		return self();
	}

	abstract S self();

	SequenceOptions toOptions() {
		return new SequenceOptions(this.start, this.increment, this.minValue, this.noMinValue, this.maxValue,
				this.noMaxValue, this.cache, this.cycle);
	}

}
