package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import dev.migrator.schema.Column;
import dev.migrator.schema.StandardType.Kind;
import dev.migrator.schema.Table;

/**
 * How alike two things are, and why.
 *
 * @param value from 0 to 1
 * @param reason what is alike
 */
record Likeness(double value, String reason) {

	/** Below this, nobody is asked. */
	static final double ENOUGH = 0.5;

	/**
	 * Compare two columns of one table.
	 * @param before the table in the database
	 * @param old the column that goes
	 * @param after the table that is wanted
	 * @param young the column that comes
	 * @param forms the forms of columns
	 * @return how alike they are
	 */
	static Likeness of(TableSide before, Column old, TableSide after, Column young, ColumnForms forms) {
		List<String> reasons = new ArrayList<>();
		double value = 0;
		boolean sameType = forms.sameType(old.type(), young.type());
		Kind family = ColumnComparison.family(old.type());
		if (sameType || (family != null && family == ColumnComparison.family(young.type()))) {
			value += (sameType) ? 0.35 : 0.2;
			reasons.add((sameType) ? "the type is the same" : "the types are of one kind");
		}
		else {
			return new Likeness(0, "nothing is alike");
		}
		if (position(before, old) == position(after, young)) {
			value += 0.15;
			reasons.add("it stands in the same place");
		}
		if (old.nullable() == young.nullable()
				&& Objects.equals(forms.defaultForm(old.defaultValue()), forms.defaultForm(young.defaultValue()))) {
			value += 0.1;
		}
		if (uses(before, old.name()).equals(uses(after, young.name()))) {
			value += 0.1;
			if (!uses(before, old.name()).isEmpty()) {
				value += 0.05;
				reasons.add("it is in the same constraints and indexes");
			}
		}
		double names = names(old.name(), young.name());
		if (names >= ENOUGH) {
			reasons.add("the names are similar");
		}
		return new Likeness(Math.min(1, value + 0.3 * names), String.join(", ", reasons));
	}

	private static int position(TableSide table, Column column) {
		return List.copyOf(table.columns().keySet()).indexOf(column.name());
	}

	private static List<String> uses(TableSide table, String column) {
		return table.keys()
			.stream()
			.filter((key) -> key.columns().contains(column))
			.map((key) -> key.facet()
					+ ((key.form() instanceof KeyForm.Foreign foreign) ? foreign.referencedTable().toString() : ""))
			.sorted()
			.toList();
	}

	/**
	 * Compare two tables.
	 * @param old the table that goes
	 * @param young the table that comes
	 * @param moved whether a reference led to the one and leads to the other
	 * @return how alike they are
	 */
	static Likeness of(Table old, Table young, boolean moved) {
		Set<String> first = columns(old);
		Set<String> second = columns(young);
		Set<String> common = new HashSet<>(first);
		common.retainAll(second);
		int all = first.size() + second.size() - common.size();
		double columns = (all == 0) ? 1 : (double) common.size() / all;
		double names = names(old.name().name(), young.name().name());
		String reason = "%d of %d columns are the same".formatted(common.size(), all)
				+ ((names >= ENOUGH) ? ", the names are similar" : "")
				+ ((moved) ? ", foreign keys that led to the one lead to the other" : "");
		return new Likeness(Math.min(1, 0.75 * columns + 0.25 * names + ((moved) ? 0.3 : 0)), reason);
	}

	/**
	 * Return what a table's columns are by which tables are told apart.
	 * @param table the table
	 * @return the names and types of its columns
	 */
	static Set<String> columns(Table table) {
		Set<String> columns = new HashSet<>();
		table.columns().forEach((column) -> columns.add(column.name() + " " + column.type()));
		return columns;
	}

	/**
	 * Compare two names: by the pairs of letters that they share, and by whether one has
	 * the other in it.
	 * @param first a name
	 * @param second a name
	 * @return how alike they are, from 0 to 1
	 */
	static double names(String first, String second) {
		String left = first.toLowerCase(Locale.ROOT).replace("_", "");
		String right = second.toLowerCase(Locale.ROOT).replace("_", "");
		if (left.equals(right)) {
			return 1;
		}
		double pairs = pairs(left, right);
		boolean within = Math.min(left.length(), right.length()) > 2 && (left.contains(right) || right.contains(left));
		return (within) ? Math.max(pairs, 0.7) : pairs;
	}

	private static double pairs(String left, String right) {
		List<String> first = new ArrayList<>();
		for (int i = 0; i + 1 < left.length(); i++) {
			first.add(left.substring(i, i + 2));
		}
		int total = first.size() + Math.max(0, right.length() - 1);
		int common = 0;
		for (int i = 0; i + 1 < right.length(); i++) {
			common += (first.remove(right.substring(i, i + 2))) ? 2 : 0;
		}
		return (total == 0) ? 0 : (double) common / total;
	}

}
