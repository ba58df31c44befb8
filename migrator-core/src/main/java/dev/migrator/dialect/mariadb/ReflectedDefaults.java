package dev.migrator.dialect.mariadb;

import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.standard.DefaultReader;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Json;
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
			return sql(MysqlExpression.read(text), type);
		}
		if (isText(type)) {
			return new ColumnDefault.Value(text);
		}
		return sql((text.matches("-?[0-9.]+(e[-+]?[0-9]+)?|b'.*'")) ? text : "'" + text + "'", type);
	}

	private static ColumnDefault sql(String sql, ColumnType type) {
		boolean json = type instanceof StandardType standard && standard.kind() == Kind.JSON;
		Optional<String> text = (isString(sql)) ? Optional.of(text(sql)) : WideText.read(sql);
		if (text.isPresent() && (json || isText(type))) {
			return new ColumnDefault.Value((json) ? new Json(text.get()) : text.get());
		}
		if (type instanceof StandardType standard && standard.kind() == Kind.BOOLEAN && sql.matches("'?[01]'?")) {
			return new ColumnDefault.Value(sql.contains("1"));
		}
		return READER.read(sql, type);
	}

	private static boolean isString(String sql) {
		List<SqlToken> tokens = SqlLexer.tokens(sql, SqlSyntax.MYSQL, 1);
		return tokens.size() == 1 && tokens.get(0).kind() == SqlToken.Kind.STRING && sql.startsWith("'");
	}

	private static String text(String sql) {
		return MysqlText.unescaped(sql.substring(1, sql.length() - 1));
	}

	private static boolean isText(ColumnType type) {
		return type instanceof EnumType || (type instanceof StandardType standard && switch (standard.kind()) {
			case CHAR, VARCHAR, TEXT, CLOB -> true;
			default -> false;
		});
	}

}
