package dev.migrator.dialect.mariadb;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrator.dialect.OfflineSql;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.TableName;

/**
 * What a script for the client {@code mysql} says. MySQL has no block of statements
 * outside of routines, so that the check of the rows is a prepared statement: one that
 * does nothing, or one that fails by naming what is wrong.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/mysql-command-options.html">mysql
 * Client Options</a>
 */
class MysqlOfflineSql implements OfflineSql {

	private final MysqlFamilyDialect dialect;

	private final String client;

	/**
	 * Create the words.
	 * @param dialect the database's dialect
	 * @param client its client
	 */
	MysqlOfflineSql(MysqlFamilyDialect dialect, String client) {
		this.dialect = dialect;
		this.client = client;
	}

	// Otherwise it changes line ends in strings, and takes the comments out of routines.
	@Override
	public String command() {
		return this.client + " --binary-mode --comments <database> <";
	}

	// The client ends a statement at each semicolon, even amid a routine.
	@Override
	public String ended(String sql) {
		if (SqlLexer.tokens(sql, SqlSyntax.MYSQL, 1)
			.stream()
			.noneMatch((token) -> token.kind() == SqlToken.Kind.SEPARATOR)) {
			return OfflineSql.super.ended(sql);
		}
		String delimiter = "//";
		while (sql.contains(delimiter)) {
			delimiter += "/";
		}
		return "delimiter %1$s\n%2$s\n%1$s\ndelimiter ;".formatted(delimiter, sql);
	}

	@Override
	public List<String> preamble() {
		return List.of("set names utf8mb4",
				"set session sql_mode = replace(@@session.sql_mode, 'NO_BACKSLASH_ESCAPES', '')");
	}

	@Override
	public List<String> createSchema(String schema) {
		return List.of("create database if not exists " + this.dialect.quote(schema));
	}

	@Override
	public List<String> useSchema(String schema) {
		return List.of("use " + this.dialect.quote(schema));
	}

	// Without the client's address, as the driver tells it.
	@Override
	public String currentUser() {
		return "substring_index(user(), '@', 1)";
	}

	/**
	 * Check the rows under the migration lock, which the script holds until its session
	 * ends. A name in an error has 64 characters at most.
	 */
	@Override
	public List<String> guard(TableName versionTable, TableName historyTable, Collection<String> rows) {
		String message = "concat('the database is at ', %s, ' and not at ', %s)".formatted(found(versionTable),
				this.dialect.literal(named(rows)));
		return List.of("""
				set @migrator_guard = case
				    when %s then 'select `another process is migrating this database`'
				    when %s then concat('select `', left(replace(%s, '`', ''), 64), '`')
				    else 'do 0'
				end""".formatted(isLocked(versionTable), isElsewhere(versionTable, historyTable, rows), message),
				"prepare migrator_guard from @migrator_guard", "execute migrator_guard",
				"deallocate prepare migrator_guard");
	}

	final MysqlFamilyDialect dialect() {
		return this.dialect;
	}

	/**
	 * Write a condition that somebody else has the lock, which is taken otherwise.
	 * @param versionTable the version table
	 * @return the condition
	 */
	final String isLocked(TableName versionTable) {
		String name = NamedLock.name(this.dialect.literal(versionTable.schema()),
				this.dialect.literal(versionTable.name()));
		return "coalesce(get_lock(%s, 0), 0) <> 1".formatted(name);
	}

	/**
	 * Write a condition that the version table has other rows than expected. It fails
	 * where one of the tables is missing.
	 * @param versionTable the version table
	 * @param historyTable the history table
	 * @param rows the rows that are expected
	 * @return the condition
	 */
	final String isElsewhere(TableName versionTable, TableName historyTable, Collection<String> rows) {
		String count = "(select count(*) from %s".formatted(this.dialect.quote(versionTable));
		String other = "%s) <> %d or (select count(*) from %s) < 0".formatted(count, rows.size(),
				this.dialect.quote(historyTable));
		if (rows.isEmpty()) {
			return other;
		}
		String ids = new TreeSet<>(rows).stream().map(this.dialect::literal).collect(Collectors.joining(", "));
		return other + " or %s where version_num in (%s)) <> %d".formatted(count, ids, rows.size());
	}

	/**
	 * Write where the database is.
	 * @param versionTable the version table
	 * @return an expression, the rows as a text
	 */
	final String found(TableName versionTable) {
		return "coalesce((select group_concat(version_num order by version_num separator ', ') from %s), '<base>')"
			.formatted(this.dialect.quote(versionTable));
	}

	static String named(Collection<String> rows) {
		return (rows.isEmpty()) ? "<base>" : String.join(", ", new TreeSet<>(rows));
	}

}
