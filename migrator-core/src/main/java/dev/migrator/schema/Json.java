package dev.migrator.schema;

/**
 * A value that is JSON, to be told from a text.
 *
 * @param text the JSON
 */
public record Json(String text) {

	@Override
	public String toString() {
		return this.text;
	}

}
