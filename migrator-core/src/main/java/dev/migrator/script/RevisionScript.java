package dev.migrator.script;

import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * A revision as it was found: what it says of itself, and how to run it.
 */
public sealed interface RevisionScript permits SqlRevisionScript, JavaRevisionScript {

	/**
	 * Return the node of the graph.
	 * @return what the revision says of itself
	 */
	RevisionInfo info();

	/**
	 * Return where it stands, for a person to find it.
	 * @return a file's or a class's name
	 */
	String location();

	/**
	 * Return whether it runs in a transaction, where the database can do that.
	 * @return whether it is transactional
	 */
	boolean transactional();

	/**
	 * Get ready to run: read all that can be wrong before anything is executed.
	 * @param direction which way
	 * @param context the database and the placeholders
	 * @return what runs
	 * @throws dev.migrator.error.MigratorException if it cannot be read, or not be run
	 * that way
	 */
	PreparedMigration prepare(Direction direction, ScriptContext context);

	/**
	 * Take the checksums to be kept once the revision was applied: of the bytes, which
	 * are fast to compare, and of the meaning, which outlives line ends, comments and
	 * compilers.
	 * @param dialect the database's dialect
	 * @param operations what the revision did, or {@code null} if that depended on data
	 * @return the checksums in the form that {@link Checksum} describes
	 */
	String checksums(Dialect dialect, @Nullable List<Operation> operations);

	/**
	 * Return whether the upgrade was edited since checksums were taken.
	 * @param stored the checksums kept
	 * @param dialect the database's dialect
	 * @return {@code true} if it surely does something else now
	 */
	boolean isChanged(String stored, Dialect dialect);

	/**
	 * Tell what would run, without running it.
	 * @param direction which way
	 * @param context the database and the placeholders
	 * @return the statements, as far as they can be told
	 */
	Preview preview(Direction direction, ScriptContext context);

	/**
	 * Look whether the database has what the revision says, as far as that can be told
	 * without running it.
	 * @param direction which way
	 * @param context the database and the placeholders
	 * @param tag what whoever runs the migrations has to tell them, or {@code null}
	 * @throws dev.migrator.error.MigratorException if it surely has not, or if there is
	 * no way back
	 */
	void check(Direction direction, ScriptContext context, @Nullable String tag);

	/**
	 * A migration that was read and can run.
	 */
	@FunctionalInterface
	interface PreparedMigration {

		/**
		 * Run it.
		 * @param op where its operations go
		 */
		void run(Operations op);

	}

}
