package dev.migrator.autogenerate.scratch;

import java.util.Optional;
import java.util.function.Function;

import dev.migrator.dialect.Dialect;
import dev.migrator.session.SqlSession;

/**
 * An empty place of the database's own kind, which is gone after its use.
 */
@FunctionalInterface
interface Scratch {

	/**
	 * Use the place.
	 * @param <T> what is found out there
	 * @param use what to do, with a session whose default schema is the place
	 * @return what it found out
	 * @throws dev.migrator.session.SqlSessionException if there cannot be such a place
	 */
	<T> T use(Function<SqlSession, T> use);

	/**
	 * Return the place for a database: in memory where the database runs there, else a
	 * schema of the database itself, in a transaction that is undone.
	 * @param dialect what the database speaks
	 * @param session where it is, in no transaction
	 * @return the place, or nothing if there is none
	 */
	static Optional<Scratch> of(Dialect dialect, SqlSession session) {
		Optional<Scratch> memory = dialect.inMemory(session).map((url) -> new MemoryScratch(url, session));
		boolean schema = dialect.transactionalDdl() && !session.inTransaction() && dialect.name().equals("postgresql");
		return (memory.isPresent() || !schema) ? memory : Optional.of(new SchemaScratch(dialect, session));
	}

}
