package dev.migrator.autogenerate.scratch;

import java.util.function.UnaryOperator;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Changes the texts in what was read of a scratch place, which may have that place's name
 * in them.
 *
 * @param change what becomes of an expression or a query
 * @param types what becomes of a type
 */
record SchemaTexts(UnaryOperator<String> change, UnaryOperator<String> types) {

	Schema of(Schema schema) {
		return new Schema(schema.schemas(), schema.tables().stream().map(this::of).toList(), schema.sequences(),
				schema.enums(), schema.composites(),
				schema.views()
					.stream()
					.map((view) -> new View(view.name(), text(view.query()), view.materialized()))
					.toList(),
				schema.routines(), schema.triggers());
	}

	Table of(Table table) {
		return new Table(table.name(), table.columns().stream().map(this::of).toList(),
				table.constraints().stream().map(this::of).toList(), table.indexes().stream().map(this::of).toList(),
				table.comment(), table.options());
	}

	Column of(Column column) {
		ColumnDefault value = (column.defaultValue() instanceof ColumnDefault.Expression expression)
				? new ColumnDefault.Expression(text(expression.sql())) : column.defaultValue();
		Computed computed = (column.computed() != null)
				? new Computed(text(column.computed().expression()), column.computed().virtual()) : null;
		return new Column(column.name(), of(column.type()), column.nullable(), value, column.identity(),
				column.comment(), computed, optional(column.onUpdate()), column.collation());
	}

	private ColumnType of(ColumnType type) {
		if (type instanceof NamedType named) {
			return new NamedType(TableName.of(this.types.apply(named.name().text())));
		}
		return (type instanceof RawType raw) ? new RawType(this.types.apply(raw.sql())) : type;
	}

	Constraint of(Constraint constraint) {
		if (constraint instanceof Constraint.Check check) {
			return check.withCondition(text(check.condition()));
		}
		if (constraint instanceof Constraint.Exclusion exclusion) {
			return new Constraint.Exclusion(exclusion.name(), exclusion.method(),
					exclusion.elements()
						.stream()
						.map((element) -> new Constraint.Exclusion.Element(of(element.column()), element.operator()))
						.toList(),
					optional(exclusion.where()), exclusion.deferral());
		}
		return constraint;
	}

	Index of(Index index) {
		return new Index(index.name(), index.columns().stream().map(this::of).toList(), index.unique(),
				optional(index.where()), index.method(), index.include(), index.nullsNotDistinct(), index.with(),
				index.tablespace());
	}

	private IndexColumn of(IndexColumn column) {
		return new IndexColumn((column.expression()) ? text(column.text()) : column.text(), column.expression(),
				column.descending(), column.collation(), optional(column.operatorClass()), column.nullsOrder(),
				column.prefix());
	}

	private String text(String text) {
		return this.change.apply(text);
	}

	private @Nullable String optional(@Nullable String text) {
		return (text != null) ? text(text) : null;
	}

}
