package dev.migrator.script.source;

/**
 * Cuts the content of a string literal into literals that are no longer than a line,
 * behind blanks where there are any, and never within an escape or a character.
 */
public final class Pieces {

	private final String content;

	private int start;

	/**
	 * Cut the content of a literal.
	 * @param content what stands between its quotes, escaped
	 */
	public Pieces(String content) {
		this.content = content;
	}

	/**
	 * Return whether there is another piece.
	 * @return whether something is left
	 */
	public boolean hasNext() {
		return this.start < this.content.length();
	}

	/**
	 * Return the next piece.
	 * @param longest how many characters it may have, without its quotes
	 * @return a literal in quotes
	 */
	public String next(int longest) {
		int end = this.start;
		int behindBlank = -1;
		while (end < this.content.length()) {
			int next = end + length(end);
			if (next - this.start > longest) {
				end = (behindBlank != -1) ? behindBlank : end;
				break;
			}
			behindBlank = (this.content.charAt(end) == ' ') ? next : behindBlank;
			end = next;
		}
		String piece = this.content.substring(this.start, end);
		this.start = end;
		return '"' + piece + '"';
	}

	/** The length of the character or escape that begins at a place. */
	private int length(int index) {
		if (this.content.charAt(index) == '\\') {
			return (this.content.charAt(index + 1) == 'u') ? 6 : 2;
		}
		return Character.charCount(this.content.codePointAt(index));
	}

}
