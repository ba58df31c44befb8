package dev.migrator.dialect.standard;

import dev.migrator.session.SqlSession;

/**
 * What a database's catalog tells of the things in a schema, each with one query.
 */
public interface Catalog {

	/**
	 * Look for a table, index, sequence, view or schema.
	 * @param kind what it is
	 * @param name its name
	 * @param session where to look
	 * @return whether it is there
	 */
	Presence find(Kind kind, SqlName name, SqlSession session);

	/**
	 * Look for an index whose table is known.
	 * @param table the table
	 * @param index the index; where the database has them in schemas, in that of its
	 * table
	 * @param session where to look
	 * @return whether it is there
	 */
	default Presence findIndex(SqlName table, SqlName index, SqlSession session) {
		return find(Kind.INDEX, index, session);
	}

	/**
	 * Look for a routine, trigger or event.
	 * @param type what it is, in lower case
	 * @param name its name
	 * @param session where to look
	 * @return whether it is there; {@code UNCLEAR} where a name does not tell
	 */
	default Presence findRoutine(String type, SqlName name, SqlSession session) {
		return Presence.UNCLEAR;
	}

	/**
	 * Look for a column.
	 * @param table the table
	 * @param column the column as it stands in a statement
	 * @param session where to look
	 * @return whether it is there; {@code UNCLEAR} if there is no such table
	 */
	Presence findColumn(SqlName table, String column, SqlSession session);

	/**
	 * Look for a constraint.
	 * @param table the table
	 * @param constraint the constraint as it stands in a statement
	 * @param session where to look
	 * @return whether it is there; {@code UNCLEAR} if there is no such table
	 */
	Presence findConstraint(SqlName table, String constraint, SqlSession session);

	/** What has a name in a schema, and the schema itself. */
	enum Kind {

		TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX, SCHEMA

	}

	/** Whether something is there. */
	enum Presence {

		/** It is there. */
		PRESENT,

		/** It is not there. */
		ABSENT,

		/** It is there but was not completed: an index that PostgreSQL does not use. */
		INCOMPLETE,

		/** Another one is found under the name, or nothing where it would be. */
		UNCLEAR

	}

}
