package dev.migrator.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A session without a database: what would be run is written to a script, each statement
 * with what ends it and an empty line behind it. A transaction of a single statement is
 * written as that statement, which is one anyway; a transaction of none is not written.
 */
public final class ScriptSession implements SqlSession {

	private final DatabaseInfo database;

	private final Function<SqlStatement, List<String>> words;

	private final UnaryOperator<String> ended;

	private final Appendable script;

	/** What stands in a transaction of which it is not known yet whether it has more. */
	private final List<String> held = new ArrayList<>();

	private boolean inTransaction;

	private boolean beginIsWritten;

	private int transactions;

	/**
	 * Create a session.
	 * @param database the database that the script is for
	 * @param words writes a statement with its values, taken apart into single statements
	 * without separators
	 * @param ended adds to a statement what separates it from the next one
	 * @param script where it is written
	 */
	public ScriptSession(DatabaseInfo database, Function<SqlStatement, List<String>> words, UnaryOperator<String> ended,
			Appendable script) {
		this.database = database;
		this.words = words;
		this.ended = ended;
		this.script = script;
	}

	/**
	 * Write a comment of one line.
	 * @param text the line; whatever would end it becomes a space
	 */
	public void comment(String text) {
		writeHeld();
		write("-- " + text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ") + "\n\n");
	}

	/**
	 * Return which transaction this is.
	 * @return its number from 1, or 0 outside of transactions
	 */
	public int transaction() {
		return (this.inTransaction) ? this.transactions : 0;
	}

	@Override
	public boolean isOffline() {
		return true;
	}

	@Override
	public DatabaseInfo database() {
		return this.database;
	}

	/**
	 * Write a statement.
	 * @return 0, since nobody knows how many rows it will change
	 */
	@Override
	public long execute(SqlStatement statement) {
		for (String sql : this.words.apply(statement)) {
			if (this.inTransaction && !this.beginIsWritten && this.held.isEmpty()) {
				this.held.add(sql);
			}
			else {
				writeHeld();
				writeStatement(sql);
			}
		}
		return 0;
	}

	@Override
	public long executeBatch(String sql, List<? extends List<?>> rows) {
		for (List<?> row : rows) {
			execute(new SqlStatement(sql, new ArrayList<>(row)));
		}
		return 0;
	}

	@Override
	public List<Row> query(SqlStatement statement) {
		throw cannotBeAsked("asks the database: " + statement.sql());
	}

	@Override
	public JdbcClient jdbc() {
		throw cannotBeAsked("works with the database by op.jdbc()");
	}

	private static MigratorException cannotBeAsked(String what) {
		return new MigratorException(ErrorCategory.UNSUPPORTED, "it cannot be written to a script, because it " + what,
				"Run this revision online, and write scripts up to it and from it on; or let it do without by op.isOffline().");
	}

	@Override
	public void begin() {
		if (this.inTransaction) {
			throw new IllegalStateException("There is a transaction already");
		}
		this.inTransaction = true;
		this.transactions++;
	}

	@Override
	public void commit() {
		if (!this.inTransaction) {
			throw new IllegalStateException("There is no transaction");
		}
		this.inTransaction = false;
		if (this.beginIsWritten) {
			writeStatement("commit");
			this.beginIsWritten = false;
		}
		this.held.forEach(this::writeStatement);
		this.held.clear();
	}

	/**
	 * Leave the transaction: what was written stays written.
	 */
	@Override
	public void rollback() {
		this.inTransaction = false;
		this.beginIsWritten = false;
		this.held.clear();
	}

	@Override
	public boolean inTransaction() {
		return this.inTransaction;
	}

	private void writeHeld() {
		if (this.inTransaction && !this.beginIsWritten) {
			writeStatement(DriverQuirks.of(this.database).beginStatement());
			this.beginIsWritten = true;
		}
		this.held.forEach(this::writeStatement);
		this.held.clear();
	}

	private void writeStatement(String sql) {
		write(this.ended.apply(sql) + "\n\n");
	}

	private void write(String text) {
		try {
			this.script.append(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The script cannot be written", ex);
		}
	}

	/**
	 * Do nothing: the script belongs to whoever gave it.
	 */
	@Override
	public void close() {
	}

}
