package dev.migrator.autogenerate.scratch;

import java.util.function.Function;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A place on another server than the database's own, for whoever may create nothing
 * there.
 *
 * @param dialect what both speak
 * @param database the database that it stands for
 * @param server leads to a database on that server
 */
record OtherServerScratch(Dialect dialect, DatabaseInfo database, SessionFactory server) implements Scratch {

	private static final Logger logger = LoggerFactory.getLogger(OtherServerScratch.class);

	@Override
	public <T> T use(Function<SqlSession, T> use) {
		try (SqlSession session = this.server.open()) {
			check(session.database());
			return Scratch.onServer(this.dialect, session).use(use);
		}
	}

	private void check(DatabaseInfo scratch) {
		if (!scratch.product().equals(this.database.product())) {
			throw new MigratorException(ErrorCategory.CONFIGURATION, "The database is %s, and the scratch server is %s."
				.formatted(this.database.product(), scratch.product()), "Name a scratch server of the same kind.");
		}
		if (scratch.majorVersion() != this.database.majorVersion()) {
			logger.warn("The scratch server is {} {} and the database {}: what they print may differ.",
					scratch.product(), scratch.majorVersion(), this.database.majorVersion());
		}
	}

	/**
	 * Return whether other schemas are to be left alone. They are made there as the
	 * database has them only where that is undone.
	 */
	@Override
	public boolean hasOtherSchemas() {
		return !this.dialect.transactionalDdl();
	}

}
