package dev.migrator.script.body.java;

import java.util.Optional;

import dev.migrator.schema.ColumnType;

/**
 * Writes types of columns in Java in an application's own way, such as
 * {@code MoreTypes.money()} for {@code raw("numeric(12, 2)")}. The first of several that
 * knows a type writes it.
 *
 * @see <a href=
 * "https://alembic.sqlalchemy.org/en/latest/autogenerate.html#affecting-the-rendering-of-types-themselves">render_item
 * in Alembic's manual</a>
 */
@FunctionalInterface
public interface TypeRenderer {

	/**
	 * Write a type.
	 * @param type the type
	 * @return an expression that makes it, or nothing to have it written as usual
	 */
	Optional<JavaFragment> render(ColumnType type);

}
