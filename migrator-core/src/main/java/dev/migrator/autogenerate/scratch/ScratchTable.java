package dev.migrator.autogenerate.scratch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.RawType;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A table that is wanted, as it is created in a scratch place: without foreign keys,
 * which say the same everywhere, and with names by which its parts are found again.
 *
 * @param number a number of its own
 * @param table the table as it is wanted
 * @param name its name in the scratch place
 */
record ScratchTable(int number, Table table, TableName name) {

	/**
	 * Return the table to create.
	 * @param enums the types of named values in the scratch place by those that are
	 * wanted
	 * @return the table
	 */
	Table toCreate(UnaryOperator<ColumnType> enums) {
		List<Constraint> constraints = new ArrayList<>();
		for (int i = 0; i < this.table.constraints().size(); i++) {
			Constraint constraint = this.table.constraints().get(i);
			if (!(constraint instanceof Constraint.ForeignKey)) {
				constraints.add(constraint.withName(mark("k", i)));
			}
		}
		List<Index> indexes = new ArrayList<>();
		for (int i = 0; i < this.table.indexes().size(); i++) {
			indexes.add(this.table.indexes().get(i).withName(mark("i", i)));
		}
		List<Column> columns = this.table.columns()
			.stream()
			.map((column) -> typed(column, enums.apply(column.type())))
			.toList();
		return new Table(this.name, columns, constraints, indexes, this.table.comment(), this.table.options());
	}

	private String mark(String kind, int position) {
		return "migrator_%s_%d_%d".formatted(kind, this.number, position);
	}

	private static Column typed(Column column, ColumnType type) {
		return new Column(column.name(), type, column.nullable(), column.defaultValue(), column.identity(),
				column.comment(), column.computed(), column.onUpdate(), column.collation());
	}

	/**
	 * Return what the table means.
	 * @param read the table as it was read back
	 * @param rules what it means by rules, for what was not read back
	 * @param texts takes out of texts what only the scratch place has in them
	 * @return the table, its parts in the same order
	 */
	Table meaning(Table read, Table rules, UnaryOperator<String> texts) {
		Map<String, Column> columns = new HashMap<>();
		read.columns().forEach((column) -> columns.put(column.name(), column));
		List<Column> meant = new ArrayList<>();
		for (Column rule : rules.columns()) {
			Column column = columns.get(rule.name());
			meant.add((column != null) ? of(column, rule, texts) : rule);
		}
		List<Constraint> constraints = new ArrayList<>();
		for (int i = 0; i < rules.constraints().size(); i++) {
			constraints.add(find(read, mark("k", i), rules.constraints().get(i), texts));
		}
		List<Index> indexes = new ArrayList<>();
		for (int i = 0; i < rules.indexes().size(); i++) {
			Index rule = rules.indexes().get(i);
			String mark = mark("i", i);
			indexes.add(read.indexes()
				.stream()
				.filter((index) -> mark.equals(index.name()))
				.findFirst()
				.map((index) -> of(index, texts))
				.orElse(rule));
		}
		return new Table(this.table.name(), meant, constraints, indexes, read.comment(), this.table.options());
	}

	private static Column of(Column read, Column rule, UnaryOperator<String> texts) {
		ColumnDefault value = (read.defaultValue() instanceof ColumnDefault.Expression expression)
				? new ColumnDefault.Expression(texts.apply(expression.sql())) : read.defaultValue();
		Computed computed = (read.computed() != null)
				? new Computed(texts.apply(read.computed().expression()), read.computed().virtual()) : null;
		ColumnType type = (isNamed(rule.type())) ? rule.type() : of(read.type(), texts);
		return new Column(read.name(), type, read.nullable(), value, read.identity(), read.comment(), computed,
				text(read.onUpdate(), texts), read.collation());
	}

	// Such types are told apart by their names, which are others here.
	private static boolean isNamed(ColumnType type) {
		return (type instanceof EnumType values && values.name() != null)
				|| (type instanceof ArrayType array && isNamed(array.element()));
	}

	private static ColumnType of(ColumnType type, UnaryOperator<String> texts) {
		return (type instanceof RawType raw) ? new RawType(texts.apply(raw.sql())) : type;
	}

	private static @Nullable String text(@Nullable String text, UnaryOperator<String> texts) {
		return (text != null) ? texts.apply(text) : null;
	}

	private static Constraint find(Table read, String mark, Constraint rule, UnaryOperator<String> texts) {
		for (Constraint constraint : read.constraints()) {
			if (mark.equals(constraint.name())) {
				return of(constraint, texts);
			}
		}
		return rule;
	}

	private static Constraint of(Constraint constraint, UnaryOperator<String> texts) {
		if (constraint instanceof Constraint.Check check) {
			return new Constraint.Check(check.name(), texts.apply(check.condition()), check.noInherit(),
					check.notValid());
		}
		if (constraint instanceof Constraint.Exclusion exclusion) {
			return new Constraint.Exclusion(exclusion.name(), exclusion.method(), exclusion.elements()
				.stream()
				.map((element) -> new Constraint.Exclusion.Element(of(element.column(), texts), element.operator()))
				.toList(), text(exclusion.where(), texts), exclusion.deferral());
		}
		return constraint;
	}

	private static Index of(Index index, UnaryOperator<String> texts) {
		return new Index(index.name(), index.columns().stream().map((column) -> of(column, texts)).toList(),
				index.unique(), text(index.where(), texts), index.method(), index.include(), index.nullsNotDistinct(),
				index.with(), index.tablespace());
	}

	private static IndexColumn of(IndexColumn column, UnaryOperator<String> texts) {
		return new IndexColumn((column.expression()) ? texts.apply(column.text()) : column.text(), column.expression(),
				column.descending(), column.collation(), text(column.operatorClass(), texts), column.nullsOrder(),
				column.prefix());
	}

}
