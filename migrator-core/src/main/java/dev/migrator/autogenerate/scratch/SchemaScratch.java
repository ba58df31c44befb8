package dev.migrator.autogenerate.scratch;

import java.util.UUID;
import java.util.function.Function;

import dev.migrator.dialect.Dialect;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * A schema of the database itself, in a transaction that is undone, so that nobody else
 * ever sees it.
 *
 * @param dialect what the database speaks
 * @param session where it is
 */
record SchemaScratch(Dialect dialect, SqlSession session) implements Scratch {

	@Override
	public <T> T use(Function<SqlSession, T> use) {
		String name = "migrator_scratch_" + UUID.randomUUID().toString().substring(24);
		this.session.begin();
		try {
			this.session.execute(SqlStatement.of("create schema " + this.dialect.quote(name)));
			this.dialect.useSchema(name, this.session);
			return use.apply(this.session);
		}
		finally {
			// The search path goes back with it.
			this.session.rollback();
		}
	}

}
