package dev.migrator.schema;

/**
 * What stands in a schema as a text, and is replaced as a whole: a view, a function, a
 * procedure or a trigger. The text is in the database's own words.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/cookbook.html">Replaceable
 * Objects in Alembic's cookbook</a>
 */
public sealed interface StoredObject permits View, Routine, Trigger {

	/**
	 * Return what the object is called.
	 * @return what it takes to drop it
	 */
	ObjectReference reference();

}
