package dev.migrator.dialect.mariadb;

import dev.migrator.dialect.standard.DefaultReader;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Defaults as the information schema tells them: in MariaDB as they stand in SQL, in
 * MySQL the mere values unless they are expressions.
 */
final class ReflectedDefaults {

	private static final DefaultReader READER = new DefaultReader(SqlSyntax.MYSQL);

	private final boolean mariadb;

	ReflectedDefaults(boolean mariadb) {
		this.mariadb = mariadb;
	}

	@Nullable ColumnDefault read(@Nullable String text, String extra, ColumnType type) {
		if (text == null || (this.mariadb && text.equals("NULL"))) {
			return null;
		}
		if (this.mariadb) {
			return sql(text, type);
		}
		if (extra.contains("default_generated")) {
			return new ColumnDefault.Expression(text);
		}
		if (isText(type)) {
			return new ColumnDefault.Value(text);
		}
		return sql((text.matches("-?[0-9.]+(e[-+]?[0-9]+)?|b'.*'")) ? text : "'" + text + "'", type);
	}

	private static ColumnDefault sql(String sql, ColumnType type) {
		if (isText(type) && sql.matches("(?s)'.*'")) {
			return new ColumnDefault.Value(unescaped(sql.substring(1, sql.length() - 1)));
		}
		if (type instanceof StandardType standard && standard.kind() == Kind.BOOLEAN && sql.matches("'?[01]'?")) {
			return new ColumnDefault.Value(sql.contains("1"));
		}
		return READER.read(sql, type);
	}

	private static boolean isText(ColumnType type) {
		return type instanceof EnumType || (type instanceof StandardType standard && switch (standard.kind()) {
			case CHAR, VARCHAR, TEXT, CLOB -> true;
			default -> false;
		});
	}

	private static String unescaped(String text) {
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
