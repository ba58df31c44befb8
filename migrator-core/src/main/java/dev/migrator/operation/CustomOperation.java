package dev.migrator.operation;

import java.util.List;

/**
 * An operation of an application's own: a record that implements this is handed to
 * {@link Operations#apply(Operation)} like any other. Its components say what it does;
 * the checksum of a revision is taken over them.
 *
 * @see <a href=
 * "https://alembic.sqlalchemy.org/en/latest/api/operations.html#operation-plugins">Operation
 * Plugins of Alembic</a>
 */
public non-sealed interface CustomOperation extends Operation {

	/**
	 * Return what is done in its place. Statements in the database's own words are
	 * {@link ExecuteSql#of(String, Object...)}.
	 * @param dialect the database's name: {@code postgresql}, {@code h2} …
	 * @return the operations in order
	 * @throws dev.migrator.error.MigratorException if the database lacks what it says
	 */
	List<? extends Operation> expand(String dialect);

}
