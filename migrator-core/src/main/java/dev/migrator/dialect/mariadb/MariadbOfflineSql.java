package dev.migrator.dialect.mariadb;

import java.util.Collection;
import java.util.List;

import dev.migrator.schema.TableName;

/**
 * What a script for the client {@code mariadb} says. A message of its own has 128
 * characters at most.
 *
 * @see <a href="https://mariadb.com/kb/en/mariadb-command-line-client/">mariadb
 * Command-Line Client</a>
 * @see <a href="https://mariadb.com/kb/en/begin-end/">BEGIN NOT ATOMIC</a>
 */
final class MariadbOfflineSql extends MysqlOfflineSql {

	MariadbOfflineSql(MysqlFamilyDialect dialect) {
		super(dialect, "mariadb");
	}

	@Override
	public List<String> guard(TableName versionTable, TableName historyTable, Collection<String> rows) {
		String expected = dialect()
			.literal("This script goes on from %s, but the database is at ".formatted(named(rows)));
		return List.of("""
				begin not atomic
				    declare message text;
				    if %s then
				        signal sqlstate '45000' set message_text = 'Another process is migrating this database.';
				    end if;
				    if %s then
				        set message = left(concat(%s, %s, '.'), 128);
				        signal sqlstate '45000' set message_text = message;
				    end if;
				end""".formatted(isLocked(versionTable), isElsewhere(versionTable, historyTable, rows), expected,
				found(versionTable)));
	}

}
