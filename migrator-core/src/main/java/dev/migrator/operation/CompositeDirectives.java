package dev.migrator.operation;

import java.util.function.Consumer;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.TableName;

/**
 * What a migration does to types of several attributes, which PostgreSQL has. Elsewhere
 * there are none, and all of this is refused.
 */
public sealed interface CompositeDirectives extends Directives permits Operations {

	/**
	 * Create a type of several attributes.
	 * @param type its name
	 * @param content its attributes
	 */
	default void createCompositeType(String type, Consumer<CompositeSpec> content) {
		CompositeSpec spec = new CompositeSpec(TableName.of(type));
		content.accept(spec);
		apply(new CreateCompositeType(spec.toType()));
	}

	/**
	 * Add an attribute behind the last one of a type, which is null in the rows there
	 * are.
	 * @param type the type
	 * @param attribute the attribute's name
	 * @param attributeType its type
	 */
	default void addAttribute(String type, String attribute, ColumnType attributeType) {
		addAttribute(type, attribute, attributeType, (spec) -> {
		});
	}

	/**
	 * Add an attribute behind the last one of a type, which is null in the rows there
	 * are.
	 * @param type the type
	 * @param attribute the attribute's name
	 * @param attributeType its type
	 * @param content how it is added
	 */
	default void addAttribute(String type, String attribute, ColumnType attributeType,
			Consumer<AttributeSpec> content) {
		AttributeSpec spec = new AttributeSpec();
		content.accept(spec);
		apply(new AddAttribute(TableName.of(type), new Attribute(attribute, attributeType), spec.isCascade()));
	}

	/**
	 * Give an attribute of a type another type. PostgreSQL does so only while no column
	 * is of the type.
	 * @param type the type
	 * @param attribute the attribute's name
	 * @param newType its new type
	 */
	default void alterAttribute(String type, String attribute, ColumnType newType) {
		alterAttribute(type, attribute, newType, (spec) -> {
		});
	}

	/**
	 * Give an attribute of a type another type. PostgreSQL does so only while no column
	 * is of the type.
	 * @param type the type
	 * @param attribute the attribute's name
	 * @param newType its new type
	 * @param content how it is changed, and of which type it is before
	 */
	default void alterAttribute(String type, String attribute, ColumnType newType,
			Consumer<AlterAttributeSpec> content) {
		AlterAttributeSpec spec = new AlterAttributeSpec();
		content.accept(spec);
		apply(new AlterAttribute(TableName.of(type), attribute, newType, spec.isCascade(), spec.existing()));
	}

	/**
	 * Give an attribute of a type another name.
	 * @param type the type
	 * @param attribute the attribute's name
	 * @param newName its new name
	 */
	default void renameAttribute(String type, String attribute, String newName) {
		renameAttribute(type, attribute, newName, (spec) -> {
		});
	}

	/**
	 * Give an attribute of a type another name.
	 * @param type the type
	 * @param attribute the attribute's name
	 * @param newName its new name
	 * @param content how it is renamed
	 */
	default void renameAttribute(String type, String attribute, String newName, Consumer<AttributeSpec> content) {
		AttributeSpec spec = new AttributeSpec();
		content.accept(spec);
		apply(new RenameAttribute(TableName.of(type), attribute, newName, spec.isCascade()));
	}

	/**
	 * Drop an attribute of a type and its values.
	 * @param type the type
	 * @param attribute the attribute's name
	 */
	default void dropAttribute(String type, String attribute) {
		dropAttribute(type, attribute, (drop) -> {
		});
	}

	/**
	 * Drop an attribute of a type and its values.
	 * @param type the type
	 * @param attribute the attribute's name
	 * @param content how it is dropped
	 */
	default void dropAttribute(String type, String attribute, Consumer<DropSpec> content) {
		DropSpec spec = new DropSpec();
		content.accept(spec);
		apply(new DropAttribute(TableName.of(type), attribute, spec.isIfExists(), spec.isCascade(), null));
	}

	/**
	 * Give a type another name in the same schema.
	 * @param type the type
	 * @param newName its new name, without a schema
	 */
	default void renameCompositeType(String type, String newName) {
		apply(new RenameCompositeType(TableName.of(type), newName));
	}

	/**
	 * Drop a type of several attributes.
	 * @param type the type
	 */
	default void dropCompositeType(String type) {
		dropCompositeType(type, (drop) -> {
		});
	}

	/**
	 * Drop a type of several attributes.
	 * @param type the type
	 * @param content how it is dropped
	 */
	default void dropCompositeType(String type, Consumer<DropSpec> content) {
		DropSpec spec = new DropSpec();
		content.accept(spec);
		apply(new DropCompositeType(TableName.of(type), spec.isIfExists(), spec.isCascade(), null));
	}

}
