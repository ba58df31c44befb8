package dev.migrator.autogenerate.scratch;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import dev.migrator.dialect.Dialect;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * A schema of the server of MariaDB or MySQL, where nothing can be created in a
 * transaction: others may see it for a moment. It is set up as the session's own schema
 * and dropped after its use; a process that dies meanwhile leaves it behind, empty or
 * with empty tables.
 *
 * @param dialect what the database speaks
 * @param session where it is
 */
record ServerScratch(Dialect dialect, SqlSession session) implements Scratch {

	@Override
	public <T> T use(Function<SqlSession, T> use) {
		String name = this.dialect.quote("migrator_scratch_" + UUID.randomUUID().toString().substring(24));
		String settings = this.session.query(SqlStatement
			.of("""
					select concat('character set ', @@character_set_database, ' collate ', @@collation_database) as settings"""))
			.get(0)
			.string("settings");
		execute("create database %s %s".formatted(name, settings));
		try {
			List<SqlStatement> back = this.dialect.useSchema(name, this.session);
			try {
				return use.apply(this.session);
			}
			finally {
				back.forEach(this.session::execute);
			}
		}
		finally {
			execute("drop database " + name);
		}
	}

	private void execute(String sql) {
		this.session.execute(SqlStatement.of(sql));
	}

}
