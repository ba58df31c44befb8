package dev.migrator.dialect.mariadb;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.dialect.standard.SqlName;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * The checks that name a column which gets another name: MySQL renames it only if they go
 * in the same statement, in which they come again with that name.
 *
 * @see <a href=
 * "https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html">CHECK
 * Constraints</a>
 */
final class RenamedChecks {

	private static final String QUERY = """
			select t.constraint_name as name, c.check_clause as condition_text, t.enforced = 'NO' as is_idle
			from information_schema.table_constraints t join information_schema.check_constraints c
			on c.constraint_schema = t.constraint_schema and c.constraint_name = t.constraint_name
			where %s and t.constraint_type = 'CHECK' order by t.constraint_name""";

	private final SqlWords words;

	RenamedChecks(SqlWords words) {
		this.words = words;
	}

	/**
	 * Write what else the statement does that renames a column.
	 * @param change the change, with a new name
	 * @param session where to look
	 * @return the actions, with a comma before each
	 */
	String actions(AlterColumn change, SqlSession session) {
		String schema = (change.table().schema() != null) ? this.words.name(change.table().schema()) : null;
		String where = MariadbCatalog.inTable("t.", new SqlName(schema, this.words.name(change.table().name())));
		return session.query(SqlStatement.of(QUERY.formatted(where)))
			.stream()
			.map((row) -> actions(row, change))
			.collect(Collectors.joining());
	}

	private String actions(Row row, AlterColumn change) {
		List<SqlToken> condition = SqlLexer.tokens(MysqlExpression.read(String.valueOf(row.string("condition_text"))),
				SqlSyntax.MYSQL, 1);
		if (condition.stream().noneMatch((token) -> names(token, change.column()))) {
			return "";
		}
		String newName = this.words.name(String.valueOf(change.newName()));
		String check = this.words.name(String.valueOf(row.string("name")));
		return ", drop check %1$s, add constraint %1$s check (%2$s)%3$s".formatted(check,
				condition.stream()
					.map((token) -> (names(token, change.column())) ? newName : token.text())
					.collect(Collectors.joining()),
				(row.bool("is_idle")) ? " not enforced" : "");
	}

	// MySQL prints each name in quotes.
	private static boolean names(SqlToken token, String column) {
		return token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER
				&& SqlName.unquoted(token.text()).equalsIgnoreCase(column);
	}

}
