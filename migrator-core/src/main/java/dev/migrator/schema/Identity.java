package dev.migrator.schema;

/**
 * How a database counts the values of a column up.
 *
 * @param always whether an insert may not name a value of its own
 * @param options how it counts
 */
public record Identity(boolean always, SequenceOptions options) {

	/** A column that counts by itself unless an insert names a value. */
	public static final Identity BY_DEFAULT = new Identity(false, SequenceOptions.NONE);

	/** A column that always counts by itself. */
	public static final Identity ALWAYS = new Identity(true, SequenceOptions.NONE);

}
