package dev.migrator.autogenerate.scratch;

import java.util.Optional;
import java.util.function.Function;

import dev.migrator.dialect.Dialect;
import dev.migrator.session.SqlSession;

/**
 * An empty place of the database's own kind, which is gone after its use.
 */
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
	 * Return whether what stands in other schemas is at hand in the place as well. Else
	 * it is empty but for what is made there.
	 * @return whether the place is on the server of the database
	 */
	default boolean hasOtherSchemas() {
		return true;
	}

	/**
	 * Return the place for a database: in memory where the database runs there, else a
	 * schema of the database itself, in a transaction that is undone, or one that is
	 * dropped where there is no such transaction.
	 * @param dialect what the database speaks
	 * @param session where it is, in no transaction
	 * @return the place, or nothing if there is none
	 */
	static Optional<Scratch> of(Dialect dialect, SqlSession session) {
		if (session.inTransaction()) {
			return inMemory(dialect, session);
		}
		return switch (dialect.name()) {
			case "postgresql" -> Optional.of(new SchemaScratch(dialect, session));
			case "mariadb", "mysql" -> Optional.of(new ServerScratch(dialect, session));
			default -> inMemory(dialect, session);
		};
	}

	private static Optional<Scratch> inMemory(Dialect dialect, SqlSession session) {
		return dialect.inMemory(session).map((url) -> new MemoryScratch(url, session));
	}

}
