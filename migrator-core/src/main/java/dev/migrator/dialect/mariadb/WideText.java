package dev.migrator.dialect.mariadb;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A default with characters beyond U+FFFF. MariaDB and MySQL tell of tables in three
 * bytes a character, so that these would come as question marks; and MariaDB does not
 * take them for a long text of a database with another character set. As bytes that are
 * converted both keep and tell them, in the same words.
 */
final class WideText {

	private static final Pattern WRITTEN = Pattern
		.compile("(?i)\\(?convert\\(0x((?:[0-9a-f]{2})+) using utf8mb4\\)\\)?");

	private WideText() {
	}

	/**
	 * Return whether a text has such characters.
	 * @param text the text
	 * @return whether it has any
	 */
	static boolean isWide(String text) {
		return text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
	}

	/**
	 * Write a text.
	 * @param text the text
	 * @return an expression without brackets around it
	 */
	static String write(String text) {
		return "convert(0x%s using utf8mb4)".formatted(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Read a text.
	 * @param sql an expression as the information schema tells it
	 * @return the text, if that is what was written
	 */
	static Optional<String> read(String sql) {
		Matcher matcher = WRITTEN.matcher(sql);
		return (matcher.matches())
				? Optional.of(new String(HexFormat.of().parseHex(matcher.group(1)), StandardCharsets.UTF_8))
					.filter(WideText::isWide)
				: Optional.empty();
	}

}
