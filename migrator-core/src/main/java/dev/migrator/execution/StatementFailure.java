package dev.migrator.execution;

import dev.migrator.operation.Operation;
import dev.migrator.session.SqlSessionException;

/**
 * A statement that failed, with the operation it came from.
 */
final class StatementFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Operation operation;

	private final SqlSessionException failure;

	private final int number;

	StatementFailure(Operation operation, SqlSessionException failure, int number) {
		super(failure.getMessage(), failure);
		this.operation = operation;
		this.failure = failure;
		this.number = number;
	}

	Operation operation() {
		return this.operation;
	}

	SqlSessionException failure() {
		return this.failure;
	}

	int number() {
		return this.number;
	}

}
