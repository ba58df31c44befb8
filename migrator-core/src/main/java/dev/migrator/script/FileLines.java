package dev.migrator.script;

/**
 * Walks the lines of a file without copying its text. Lines end in LF, CRLF or CR; a byte
 * order mark is skipped.
 */
final class FileLines {

	private final String content;

	private int start;

	private int end;

	private int next;

	private int number;

	FileLines(String content) {
		this.content = content;
		this.next = content.startsWith("\uFEFF") ? 1 : 0;
	}

	/**
	 * Go to the next line.
	 * @return whether there is one
	 */
	boolean advance() {
		if (this.next >= this.content.length()) {
			return false;
		}
		this.start = this.next;
		this.number++;
		int index = this.start;
		while (index < this.content.length() && this.content.charAt(index) != '\n'
				&& this.content.charAt(index) != '\r') {
			index++;
		}
		this.end = index;
		boolean pair = this.content.startsWith("\r\n", index);
		this.next = Math.min(this.content.length(), index + (pair ? 2 : 1));
		return true;
	}

	/** The number of the current line, from 1. */
	int number() {
		return this.number;
	}

	/** Where the current line starts. */
	int start() {
		return this.start;
	}

	/** Where the line after the current one starts. */
	int nextStart() {
		return this.next;
	}

	/** The current line without surrounding whitespace. */
	String text() {
		return this.content.substring(this.start, this.end).strip();
	}

	/** Whether the current line is a line comment, which is quickly told. */
	boolean isLineComment() {
		int index = this.start;
		while (index < this.end && this.content.charAt(index) <= ' ') {
			index++;
		}
		return this.content.startsWith("--", index);
	}

}
