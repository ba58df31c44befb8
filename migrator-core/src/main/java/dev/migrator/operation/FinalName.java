package dev.migrator.operation;

/**
 * A name that is used as it stands, whatever naming convention there is.
 * {@link Operations#f(String)} makes one.
 *
 * @param text the name
 */
public record FinalName(String text) implements CharSequence {

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public char charAt(int index) {
		return this.text.charAt(index);
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return this.text.subSequence(start, end);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
