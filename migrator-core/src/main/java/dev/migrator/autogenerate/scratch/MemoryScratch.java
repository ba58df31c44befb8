package dev.migrator.autogenerate.scratch;

import java.util.function.Function;

import dev.migrator.session.SqlSession;

/**
 * A database in memory, which ends with its one connection.
 *
 * @param url where it is
 * @param session the database that it stands for
 */
record MemoryScratch(String url, SqlSession session) implements Scratch {

	@Override
	public <T> T use(Function<SqlSession, T> use) {
		try (SqlSession place = this.session.elsewhere(this.url)) {
			return use.apply(place);
		}
	}

	@Override
	public boolean hasOtherSchemas() {
		return false;
	}

}
