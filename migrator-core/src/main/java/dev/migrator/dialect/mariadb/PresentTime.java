package dev.migrator.dialect.mariadb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import org.jspecify.annotations.Nullable;

/**
 * The present time as a column's value. It has to have as many digits of a second as the
 * column, or MySQL refuses it and MariaDB cuts it.
 *
 * @see <a href=
 * "https://dev.mysql.com/doc/refman/8.4/en/timestamp-initialization.html">Automatic
 * Initialization and Updating</a>
 */
final class PresentTime {

	private static final Pattern NOW = Pattern
		.compile("(?i)\\s*(current_timestamp|now|localtime|localtimestamp)\\s*(?:\\(\\s*\\))?\\s*");

	private static final Pattern BEGINNING = Pattern.compile("(?i)(current_timestamp|now|local(time|timestamp))\\b");

	private static final Pattern TYPE = Pattern.compile("(?i)\\s*(?:datetime|timestamp)\\s*\\(\\s*([1-6])\\s*\\).*");

	private PresentTime() {
	}

	/**
	 * Return whether an expression begins with the present time, whatever follows.
	 * @param sql the expression
	 * @return whether it does
	 */
	static boolean begins(String sql) {
		return BEGINNING.matcher(sql).lookingAt();
	}

	/**
	 * Write an expression for a column.
	 * @param sql the expression
	 * @param type the column's type, or {@code null} if it is not known
	 * @return the expression, with the column's digits if it is the present time
	 */
	static String fitted(String sql, @Nullable ColumnType type) {
		int digits = digits(type);
		return (digits > 0 && NOW.matcher(sql).matches()) ? "current_timestamp(%d)".formatted(digits) : sql;
	}

	private static int digits(@Nullable ColumnType type) {
		if (type instanceof RawType raw) {
			Matcher matcher = TYPE.matcher(raw.sql());
			return (matcher.matches()) ? Integer.parseInt(matcher.group(1)) : 0;
		}
		if (type instanceof StandardType standard) {
			return switch (standard.kind()) {
				case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> (standard.length() != null) ? standard.length() : 6;
				default -> 0;
			};
		}
		return 0;
	}

}
