package dev.migrator.dialect.sqlite;

import java.nio.file.Path;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.schema.TableName;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;

/**
 * A process that takes the migration lock, begins a transaction, says so, and waits to be
 * killed.
 */
public final class LockOwner {

	private LockOwner() {
	}

	@SuppressWarnings("resource")
	public static void main(String[] args) throws Exception {
		SqlSession session = JdbcSession.open(Databases.sqliteFile(Path.of(args[0])));
		boolean taken = Dialects.of(session.database()).lock(TableName.of("migrator_version")).tryAcquire(session);
		if (taken) {
			session.begin();
			session.execute(SqlStatement.of("create table half_way (id integer)"));
		}
		System.out.println((taken) ? "taken" : "not taken");
		Thread.sleep(60_000);
	}

}
