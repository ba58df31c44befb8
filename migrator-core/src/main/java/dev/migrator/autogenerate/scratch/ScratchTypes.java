package dev.migrator.autogenerate.scratch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.TableName;

/**
 * The types beside the tables, which are created in a scratch place when the first column
 * is of them.
 */
final class ScratchTypes {

	private final Map<TableName, CompositeType> composites = new HashMap<>();

	private final Consumer<Operation> create;

	private final Map<TableName, ColumnType> created = new HashMap<>();

	/**
	 * Prepare.
	 * @param target all that is wanted
	 * @param create creates something in the scratch place
	 */
	ScratchTypes(Schema target, Consumer<Operation> create) {
		target.composites().forEach((type) -> this.composites.put(type.name(), type));
		this.create = create;
	}

	/**
	 * Return the type in the scratch place.
	 * @param type the type as it is wanted
	 * @return the type that serves for it
	 */
	ColumnType of(ColumnType type) {
		if (type instanceof ArrayType array) {
			return new ArrayType(of(array.element()), array.length());
		}
		if (type instanceof EnumType values && values.name() != null) {
			ColumnType known = this.created.get(values.name());
			return (known != null) ? known : create(values.name(), values.values());
		}
		if (type instanceof NamedType named) {
			ColumnType known = this.created.get(named.name());
			CompositeType composite = this.composites.get(named.name());
			return (known != null) ? known : (composite != null) ? create(composite) : type;
		}
		return type;
	}

	private ColumnType create(TableName wanted, List<String> values) {
		TableName name = name(wanted);
		EnumType type = new EnumType(name, values);
		this.created.put(wanted, type);
		this.create.accept(new CreateEnum(name, values));
		return type;
	}

	private ColumnType create(CompositeType wanted) {
		TableName name = name(wanted.name());
		NamedType type = new NamedType(name);
		this.created.put(wanted.name(), type);
		List<Attribute> attributes = new ArrayList<>();
		wanted.attributes().forEach((part) -> attributes.add(new Attribute(part.name(), of(part.type()))));
		this.create.accept(new CreateCompositeType(new CompositeType(name, attributes)));
		return type;
	}

	private TableName name(TableName wanted) {
		return new TableName(null, (wanted.schema() == null) ? wanted.name() : "migrator_e_" + this.created.size());
	}

}
