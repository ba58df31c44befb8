package dev.migrator.script.body.sql;

import dev.migrator.dialect.StatementGroup;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Says the operations of a revision, one after the other.
 */
interface StatementSource extends AutoCloseable {

	/**
	 * Say the next operation.
	 * @param operation the operation
	 * @return its statements
	 * @throws MigratorException {@code UNSUPPORTED} if that cannot be told
	 */
	StatementGroup say(Operation operation);

	@Override
	default void close() {
	}

	/**
	 * Tell why a revision is not written.
	 * @param problem the reason
	 * @param cause what failed
	 * @return the failure
	 */
	static MigratorException notWritten(String problem, @Nullable Throwable cause) {
		return new MigratorException(ErrorCategory.UNSUPPORTED,
				"The revision cannot be written in SQL: %s".formatted(problem), "Write it in Java (--java).", cause);
	}

}
