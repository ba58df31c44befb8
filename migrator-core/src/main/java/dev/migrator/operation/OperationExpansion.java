package dev.migrator.operation;

import java.util.stream.Stream;

/**
 * Takes operations of an application's own apart, and names what has no name.
 *
 * @param dialect the database's name
 * @param names how constraints and indexes are called that a migration gives no name
 */
public record OperationExpansion(String dialect, NamingConvention names) {

	/**
	 * Say an operation by those that dialects know.
	 * @param operation the operation
	 * @return what is done for it, in order
	 * @throws dev.migrator.error.MigratorException if the database lacks what it says, or
	 * a name cannot be made
	 */
	public Stream<Operation> of(Operation operation) {
		return (operation instanceof CustomOperation custom) ? custom.expand(this.dialect).stream().flatMap(this::of)
				: Stream.of(this.names.apply(operation));
	}

}
