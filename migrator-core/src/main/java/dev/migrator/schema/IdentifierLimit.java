package dev.migrator.schema;

import java.nio.charset.StandardCharsets;

/**
 * How long a name may be.
 *
 * @param length the largest length
 * @param bytes whether bytes of UTF-8 are counted, rather than characters of Java
 */
public record IdentifierLimit(int length, boolean bytes) {

	/** No limit. */
	public static final IdentifierLimit NONE = new IdentifierLimit(Integer.MAX_VALUE, false);

	/**
	 * Measure a name.
	 * @param name the name
	 * @return its length
	 */
	public int lengthOf(String name) {
		return (this.bytes) ? name.getBytes(StandardCharsets.UTF_8).length : name.length();
	}

	/**
	 * Return the beginning of a name, of whole characters.
	 * @param name the name
	 * @param maximum how long it may be, as this limit counts
	 * @return the beginning
	 */
	public String beginningOf(String name, int maximum) {
		int end = 0;
		while (end < name.length()) {
			int next = name.offsetByCodePoints(end, 1);
			if (lengthOf(name.substring(0, next)) > maximum) {
				break;
			}
			end = next;
		}
		return name.substring(0, end);
	}

}
