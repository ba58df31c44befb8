package dev.migrator.script;

import dev.migrator.operation.Operations;

/**
 * What a revision in Java does. The class carries {@link Revision @Revision}. It may be a
 * Spring bean, or take beans in its constructor.
 * <p>
 * Where the class has a constructor without arguments, what it does may also be taken
 * down without a database, to show it, to tell edits, and to see before a run that the
 * database has all it says. Then each call of {@link Operations} does nothing, changes no
 * row, and fails where it would ask the database.
 */
public interface Migration {

	/**
	 * Bring the database from the down revision to this one.
	 * @param op what can be done
	 */
	void upgrade(Operations op);

	/**
	 * Bring the database back to the down revision.
	 * @param op what can be done
	 * @throws IrreversibleMigrationException if there is no way back, which is what this
	 * method does by itself
	 */
	default void downgrade(Operations op) {
		throw new IrreversibleMigrationException("it has no downgrade");
	}

}
