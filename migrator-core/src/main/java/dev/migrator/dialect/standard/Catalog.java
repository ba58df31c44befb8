package dev.migrator.dialect.standard;

import java.util.List;

import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * What a database's catalog tells of the things in a schema, each with one query.
 */
public interface Catalog {

	/**
	 * Look for what has a name in a schema, or for a schema.
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

	/**
	 * Look whether a column is what {@code alter column} makes or ends.
	 * @param table the table
	 * @param column the column as it stands in a statement
	 * @param facet what it may be
	 * @param session where to look
	 * @return whether it is that; {@code UNCLEAR} if there is no such column, or the
	 * database does not know such columns
	 */
	default Presence findFacet(SqlName table, String column, Facet facet, SqlSession session) {
		return Presence.UNCLEAR;
	}

	/**
	 * Look for a trigger.
	 * @param trigger the trigger
	 * @param table its table, or {@code null} where the statement names none
	 * @param session where to look
	 * @return whether it is there; {@code UNCLEAR} if that cannot be told
	 */
	default Presence findTrigger(SqlName trigger, @Nullable SqlName table, SqlSession session) {
		return Presence.UNCLEAR;
	}

	/**
	 * Look for a value of a type of named values.
	 * @param type the type
	 * @param value the value
	 * @param session where to look
	 * @return whether it is there; {@code UNCLEAR} if there is no such type
	 */
	default Presence findEnumValue(SqlName type, String value, SqlSession session) {
		return Presence.UNCLEAR;
	}

	/**
	 * Look whether a column is never null.
	 * @param table the table
	 * @param column the column as it stands in a statement
	 * @param session where to look
	 * @return whether it is not null; {@code UNCLEAR} if that cannot be told
	 */
	default Presence findNotNull(SqlName table, String column, SqlSession session) {
		return Presence.UNCLEAR;
	}

	/**
	 * Look whether a column's values, sorted, can be gone along by comparing them with
	 * one that was read.
	 * @param table the table
	 * @param column the column as it stands in a statement
	 * @param session where to look
	 * @return whether they are compared as they are sorted; {@code UNCLEAR} if that
	 * cannot be told
	 */
	default Presence findOrder(SqlName table, String column, SqlSession session) {
		return Presence.UNCLEAR;
	}

	/**
	 * Look whether no two rows of a table have the same values in some columns.
	 * @param table the table
	 * @param columns the columns as they stand in a statement
	 * @param session where to look
	 * @return whether they, or some of them, are a primary key or those of a unique
	 * index; {@code UNCLEAR} if that cannot be told
	 */
	default Presence findUniqueKey(SqlName table, List<String> columns, SqlSession session) {
		return Presence.UNCLEAR;
	}

	/** What has a name in a schema, and the schema itself. */
	enum Kind {

		TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX, SCHEMA, TYPE, FUNCTION, PROCEDURE, ALIAS, EVENT

	}

	/** What a column may be besides having a type. */
	enum Facet {

		/** The database counts its values up. */
		IDENTITY,

		/** Its values are computed. */
		EXPRESSION

	}

	/** Whether something is there. */
	enum Presence {

		/** It is there. */
		PRESENT,

		/** It is not there. */
		ABSENT,

		/** It is there but was not completed: an index that PostgreSQL does not use. */
		INCOMPLETE,

		/** Another one may be found under the name, or nothing where it would be. */
		UNCLEAR

	}

}
