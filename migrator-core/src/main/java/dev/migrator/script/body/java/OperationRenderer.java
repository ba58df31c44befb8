package dev.migrator.script.body.java;

import java.util.Optional;

import dev.migrator.operation.Operation;

/**
 * Writes operations in Java in an application's own way, such as a
 * {@code CustomOperation} as the call of a method that makes it. The first of several
 * that knows an operation writes it.
 *
 * @see <a href=
 * "https://alembic.sqlalchemy.org/en/latest/api/autogenerate.html#creating-a-render-function">Creating
 * a Render Function in Alembic's manual</a>
 */
@FunctionalInterface
public interface OperationRenderer {

	/**
	 * Write an operation.
	 * @param operation the operation
	 * @return a statement with its semicolon that makes it by {@code op}, broken into
	 * lines as it shall be; or nothing to have it written as usual
	 */
	Optional<JavaFragment> render(Operation operation);

}
