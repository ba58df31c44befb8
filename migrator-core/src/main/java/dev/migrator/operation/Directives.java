package dev.migrator.operation;

/**
 * What the directives of a migration make their operations with.
 */
public sealed interface Directives permits TableDirectives, ColumnDirectives, IndexDirectives, ConstraintDirectives,
		SequenceDirectives, EnumDirectives, CompositeDirectives, SchemaDirectives, ObjectDirectives {

	/**
	 * Hand on an operation as it is.
	 * @param operation the operation
	 * @return the rows it changed, 0 where that says nothing
	 */
	long apply(Operation operation);

	/**
	 * Return how constraints and indexes are called that a migration gives no name.
	 * @return the convention, which is empty where none is set
	 */
	NamingConvention namingConvention();

}
