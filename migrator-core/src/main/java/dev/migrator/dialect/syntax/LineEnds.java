package dev.migrator.dialect.syntax;

/**
 * The line ends of a text: LF, CRLF or CR.
 */
final class LineEnds {

	private LineEnds() {
	}

	static String normalize(String text) {
		return (text.indexOf('\r') == -1) ? text : text.replace("\r\n", "\n").replace('\r', '\n');
	}

}
