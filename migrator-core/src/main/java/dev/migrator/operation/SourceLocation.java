package dev.migrator.operation;

/**
 * Where a statement stands.
 *
 * @param file the file as a person would look for it
 * @param line the line, from 1
 */
public record SourceLocation(String file, int line) {

	@Override
	public String toString() {
		return this.file + ":" + this.line;
	}

}
