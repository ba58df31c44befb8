package dev.migrator.autogenerate.scratch;

import java.util.function.Function;

import javax.sql.DataSource;

import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;

/**
 * A database in memory, which ends with its one connection.
 *
 * @param database where it is
 */
record MemoryScratch(DataSource database) implements Scratch {

	@Override
	public <T> T use(Function<SqlSession, T> use) {
		try (SqlSession session = JdbcSession.open(this.database)) {
			return use.apply(session);
		}
	}

}
