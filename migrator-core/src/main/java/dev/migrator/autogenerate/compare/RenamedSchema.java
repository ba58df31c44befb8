package dev.migrator.autogenerate.compare;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.migrator.schema.Column;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * What a database is after tables, columns and attributes of types were renamed: all that
 * names them follows.
 *
 * @param tables the new names of tables by the old ones
 * @param columns the new names of columns by the old ones, by the old names of tables
 * @param attributes the new names of attributes by the old ones, by the names of types
 * @param texts how expressions are read
 */
record RenamedSchema(Map<TableName, TableName> tables, Map<TableName, Map<String, String>> columns,
		Map<TableName, Map<String, String>> attributes, SqlText texts) {

	/**
	 * Rename.
	 * @param schema the schema before
	 * @return the schema after
	 */
	Schema of(Schema schema) {
		if (this.tables.isEmpty() && this.columns.isEmpty() && this.attributes.isEmpty()) {
			return schema;
		}
		return new Schema(schema.schemas(), schema.tables().stream().map(this::of).toList(),
				schema.sequences().stream().map(this::of).toList(), schema.enums(),
				schema.composites().stream().map(this::of).toList(), schema.views(), schema.routines(),
				schema.triggers()
					.stream()
					.map((trigger) -> new Trigger(trigger.name(), table(trigger.table()), trigger.event(),
							trigger.action()))
					.toList());
	}

	private Sequence of(Sequence sequence) {
		Sequence.Owner owner = sequence.owner();
		return (owner == null) ? sequence : new Sequence(sequence.name(), sequence.type(), sequence.options(),
				new Sequence.Owner(table(owner.table()), columns(owner.table()).apply(owner.column())));
	}

	private TableName table(TableName name) {
		return this.tables.getOrDefault(name, name);
	}

	private CompositeType of(CompositeType type) {
		UnaryOperator<String> names = names(this.attributes, type.name());
		return new CompositeType(type.name(),
				type.attributes()
					.stream()
					.map((attribute) -> new Attribute(names.apply(attribute.name()), attribute.type()))
					.toList());
	}

	private UnaryOperator<String> columns(TableName table) {
		return names(this.columns, table);
	}

	private static UnaryOperator<String> names(Map<TableName, Map<String, String>> renamed, TableName owner) {
		Map<String, String> names = renamed.getOrDefault(owner, Map.of());
		return (name) -> names.getOrDefault(name, name);
	}

	private Table of(Table table) {
		UnaryOperator<String> names = columns(table.name());
		return new Table(table(table.name()), table.columns().stream().map((column) -> of(column, names)).toList(),
				table.constraints().stream().map((constraint) -> of(constraint, names)).toList(),
				table.indexes().stream().map((index) -> of(index, names)).toList(), table.comment(), table.options());
	}

	private Column of(Column column, UnaryOperator<String> names) {
		Computed computed = column.computed();
		Computed renamed = (computed == null) ? null
				: new Computed(String.valueOf(text(computed.expression(), names)), computed.virtual());
		return new Column(names.apply(column.name()), column.type(), column.nullable(), column.defaultValue(),
				column.identity(), column.comment(), renamed, column.onUpdate(), column.collation());
	}

	private @Nullable String text(@Nullable String sql, UnaryOperator<String> names) {
		return this.texts.renamed(sql, names);
	}

	private static List<String> list(List<String> columns, UnaryOperator<String> names) {
		return columns.stream().map(names).toList();
	}

	private Constraint of(Constraint constraint, UnaryOperator<String> names) {
		if (constraint instanceof Constraint.PrimaryKey key) {
			return new Constraint.PrimaryKey(key.name(), list(key.columns(), names), list(key.include(), names),
					key.usingIndex(), key.deferral());
		}
		if (constraint instanceof Constraint.Unique key) {
			return new Constraint.Unique(key.name(), list(key.columns(), names), key.nullsNotDistinct(),
					list(key.include(), names), key.usingIndex(), key.deferral());
		}
		if (constraint instanceof Constraint.ForeignKey key) {
			return new Constraint.ForeignKey(key.name(), list(key.columns(), names), table(key.referencedTable()),
					list(key.referencedColumns(), columns(key.referencedTable())), key.onDelete(), key.onUpdate(),
					list(key.onDeleteColumns(), names), key.match(), key.deferral(), key.notValid(), key.notEnforced());
		}
		if (constraint instanceof Constraint.Check check) {
			return check.withCondition(String.valueOf(text(check.condition(), names)));
		}
		Constraint.Exclusion exclusion = (Constraint.Exclusion) constraint;
		return new Constraint.Exclusion(exclusion.name(), exclusion.method(),
				exclusion.elements()
					.stream()
					.map((element) -> new Constraint.Exclusion.Element(of(element.column(), names), element.operator()))
					.toList(),
				text(exclusion.where(), names), exclusion.deferral());
	}

	private Index of(Index index, UnaryOperator<String> names) {
		return new Index(index.name(), index.columns().stream().map((column) -> of(column, names)).toList(),
				index.unique(), text(index.where(), names), index.method(), list(index.include(), names),
				index.nullsNotDistinct(), index.with(), index.tablespace());
	}

	private IndexColumn of(IndexColumn column, UnaryOperator<String> names) {
		String text = (column.expression()) ? String.valueOf(text(column.text(), names)) : names.apply(column.text());
		return new IndexColumn(text, column.expression(), column.descending(), column.collation(),
				column.operatorClass(), column.nullsOrder(), column.prefix());
	}

}
