package dev.migrator.operation;

import dev.migrator.schema.TableName;

/**
 * What is done to a type of several attributes.
 */
public sealed interface CompositeOperation extends Operation permits CreateCompositeType, AddAttribute, AlterAttribute,
		RenameAttribute, DropAttribute, RenameCompositeType, DropCompositeType {

	/**
	 * Return which type it is.
	 * @return the type's name
	 */
	TableName type();

}
