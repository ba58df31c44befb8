package dev.migrator.dialect.mariadb;

/**
 * Texts as MariaDB and MySQL print them.
 *
 * @see <a href="https://mariadb.com/kb/en/string-literals/">String Literals</a>
 */
final class MysqlText {

	private MysqlText() {
	}

	/**
	 * Read the inside of a string, in which a quote may be doubled.
	 * @param text what stands between the quotes
	 * @return its characters
	 */
	static String unescaped(String text) {
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c == '\\' || c == '\'') && i + 1 < text.length()) {
				c = text.charAt(++i);
				plain.append(switch ((text.charAt(i - 1) == '\\') ? c : '\'') {
					case 'n' -> '\n';
					case 'r' -> '\r';
					case 't' -> '\t';
					case '0' -> '\0';
					case 'Z' -> '\032';
					default -> c;
				});
			}
			else {
				plain.append(c);
			}
		}
		return plain.toString();
	}

}
