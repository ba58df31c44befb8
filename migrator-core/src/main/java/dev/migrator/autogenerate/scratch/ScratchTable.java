package dev.migrator.autogenerate.scratch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Index;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;

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
	 * @param named the types beside the tables in the scratch place by those that are
	 * wanted
	 * @return the table
	 */
	Table toCreate(UnaryOperator<ColumnType> named) {
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
			.map((column) -> column.withType(named.apply(column.type())))
			.toList();
		return new Table(this.name, columns, constraints, indexes, this.table.comment(), this.table.options());
	}

	private String mark(String kind, int position) {
		return "migrator_%s_%d_%d".formatted(kind, this.number, position);
	}

	/**
	 * Return what the table means.
	 * @param read the table as it was read back
	 * @param rules what it means by rules, for what was not read back
	 * @param texts puts into texts the names that the database has there
	 * @return the table, its parts in the same order
	 */
	Table meaning(Table read, Table rules, SchemaTexts texts) {
		Map<String, Column> columns = new HashMap<>();
		read.columns().forEach((column) -> columns.put(column.name(), column));
		List<Column> meant = new ArrayList<>();
		for (Column rule : rules.columns()) {
			Column column = columns.get(rule.name());
			meant.add((column != null) ? of(texts.of(column), rule) : rule);
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
				.map(texts::of)
				.orElse(rule));
		}
		return new Table(this.table.name(), meant, constraints, indexes, read.comment(), this.table.options());
	}

	// Types that stand beside the tables are told apart by their names, which are others
	// here.
	private static Column of(Column read, Column rule) {
		return (isNamed(rule.type())) ? read.withType(rule.type()) : read;
	}

	private static boolean isNamed(ColumnType type) {
		return type instanceof NamedType || (type instanceof EnumType values && values.name() != null)
				|| (type instanceof ArrayType array && isNamed(array.element()));
	}

	private static Constraint find(Table read, String mark, Constraint rule, SchemaTexts texts) {
		for (Constraint constraint : read.constraints()) {
			if (mark.equals(constraint.name())) {
				return texts.of(constraint);
			}
		}
		return rule;
	}

}
