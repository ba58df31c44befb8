package dev.migrator.autogenerate.scratch;

import java.util.Optional;
import java.util.function.Function;

import dev.migrator.dialect.Dialect;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

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
	 * @param server where it is made in place of the database's own server, or
	 * {@code null} for that; databases that run in memory need none
	 * @return the place, or nothing if there is none
	 */
	static Optional<Scratch> of(Dialect dialect, SqlSession session, @Nullable SessionFactory server) {
		Optional<Scratch> memory = dialect.inMemory(session).map((url) -> new MemoryScratch(url, session));
		if (memory.isPresent()) {
			return memory;
		}
		if (server != null) {
			return Optional.of(new OtherServerScratch(dialect, session.database(), server));
		}
		return (session.inTransaction()) ? Optional.empty() : Optional.of(onServer(dialect, session));
	}

	/**
	 * Return the place on a server.
	 * @param dialect what it speaks
	 * @param session a session there, in no transaction
	 * @return a schema in a transaction that is undone, or one that is dropped where
	 * there is no such transaction
	 */
	static Scratch onServer(Dialect dialect, SqlSession session) {
		return (dialect.transactionalDdl()) ? new SchemaScratch(dialect, session) : new ServerScratch(dialect, session);
	}

}
