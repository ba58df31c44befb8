package dev.migrator.autogenerate.scratch;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.View;

/**
 * Takes the default schema's name out of what is wanted, since what stands there is
 * called without it.
 *
 * @param schema the default schema
 */
record DefaultSchema(String schema) {

	Schema without(Schema target) {
		return new Schema(target.schemas().stream().filter((name) -> !name.equals(this.schema)).toList(),
				target.tables().stream().map(this::of).toList(),
				target.sequences()
					.stream()
					.map((sequence) -> new Sequence(of(sequence.name()), sequence.type(), sequence.options(),
							(sequence.owner() == null) ? null
									: new Sequence.Owner(of(sequence.owner().table()), sequence.owner().column())))
					.toList(),
				target.enums().stream().map((type) -> (EnumType) of((ColumnType) type)).toList(),
				target.composites().stream().map(this::of).toList(),
				target.views()
					.stream()
					.map((view) -> new View(of(view.name()), view.query(), view.materialized()))
					.toList(),
				target.routines(), target.triggers());
	}

	private TableName of(TableName name) {
		return (this.schema.equals(name.schema())) ? new TableName(null, name.name()) : name;
	}

	private Table of(Table table) {
		List<Constraint> constraints = new ArrayList<>();
		for (Constraint constraint : table.constraints()) {
			constraints.add((constraint instanceof Constraint.ForeignKey key)
					? key.withReferenced(of(key.referencedTable()), key.referencedColumns()) : constraint);
		}
		List<Column> columns = table.columns().stream().map((column) -> column.withType(of(column.type()))).toList();
		return new Table(of(table.name()), columns, constraints, table.indexes(), table.comment(), table.options());
	}

	private CompositeType of(CompositeType type) {
		return new CompositeType(of(type.name()),
				type.attributes()
					.stream()
					.map((attribute) -> new CompositeType.Attribute(attribute.name(), of(attribute.type())))
					.toList());
	}

	private ColumnType of(ColumnType type) {
		if (type instanceof NamedType named) {
			return new NamedType(of(named.name()));
		}
		if (type instanceof ArrayType array) {
			return new ArrayType(of(array.element()), array.length());
		}
		return (type instanceof EnumType values && values.name() != null)
				? new EnumType(of(values.name()), values.values()) : type;
	}

}
