package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Takes the constraints and indexes of tables to their forms.
 */
final class KeyForms {

	private final SqlText texts;

	private final boolean restrictsByDefault;

	private final Function<TableName, List<String>> primaryKeys;

	/**
	 * Prepare forms.
	 * @param rules what to know of the database
	 * @param primaryKeys the primary keys of tables, for foreign keys that name no column
	 */
	KeyForms(DatabaseRules rules, Function<TableName, List<String>> primaryKeys) {
		this.texts = new SqlText(rules.syntax());
		this.restrictsByDefault = rules.restrictsByDefault();
		this.primaryKeys = primaryKeys;
	}

	/**
	 * Return the constraints and indexes of a table.
	 * @param table the table
	 * @param meaning the same table as the database reads it, its parts in the same order
	 * @return the keys
	 */
	List<TableKey> keys(Table table, Table meaning) {
		Set<String> columns = new HashSet<>();
		meaning.columns().forEach((column) -> columns.add(column.name()));
		List<TableKey> keys = new ArrayList<>();
		for (int i = 0; i < table.constraints().size(); i++) {
			Constraint constraint = meaning.constraints().get(i);
			keys.add(new TableKey(form(constraint), complete(table.constraints().get(i)), null,
					columns(constraint, columns)));
		}
		for (int i = 0; i < table.indexes().size(); i++) {
			Index index = meaning.indexes().get(i);
			keys.add(new TableKey(form(index), null, table.indexes().get(i), columns(index, columns)));
		}
		return keys;
	}

	private Constraint complete(Constraint constraint) {
		if (constraint instanceof Constraint.ForeignKey key && key.referencedColumns().isEmpty()) {
			return key.withReferenced(key.referencedTable(), referencedColumns(key));
		}
		return constraint;
	}

	private List<String> referencedColumns(Constraint.ForeignKey key) {
		return (key.referencedColumns().isEmpty()) ? this.primaryKeys.apply(key.referencedTable())
				: key.referencedColumns();
	}

	private KeyForm form(Constraint constraint) {
		if (constraint instanceof Constraint.PrimaryKey key) {
			return new KeyForm.Primary(key.columns(), Set.copyOf(key.include()), key.deferral());
		}
		if (constraint instanceof Constraint.Unique key) {
			return new KeyForm.Unique(Set.copyOf(key.columns()), key.nullsNotDistinct(), Set.copyOf(key.include()),
					key.deferral());
		}
		if (constraint instanceof Constraint.ForeignKey key) {
			return form(key);
		}
		if (constraint instanceof Constraint.Check check) {
			return new KeyForm.Check(String.valueOf(this.texts.form(check.condition())), check.noInherit(),
					check.notEnforced());
		}
		Constraint.Exclusion exclusion = (Constraint.Exclusion) constraint;
		return new KeyForm.Exclusion((exclusion.method() != null) ? exclusion.method() : "gist",
				exclusion.elements().stream().map((element) -> part(element.column())).toList(),
				exclusion.elements().stream().map(Constraint.Exclusion.Element::operator).toList(),
				this.texts.form(exclusion.where()), exclusion.deferral());
	}

	private KeyForm form(Constraint.ForeignKey key) {
		Map<String, String> columns = new LinkedHashMap<>();
		List<String> referenced = referencedColumns(key);
		for (int i = 0; i < key.columns().size(); i++) {
			columns.put(key.columns().get(i), (i < referenced.size()) ? referenced.get(i) : "");
		}
		return new KeyForm.Foreign(columns, key.referencedTable(), action(key.onDelete()), action(key.onUpdate()),
				Set.copyOf(key.onDeleteColumns()), (key.match() != ForeignKeyMatch.SIMPLE) ? key.match() : null,
				key.deferral(), key.notEnforced());
	}

	private @Nullable ReferentialAction action(@Nullable ReferentialAction action) {
		boolean none = action == ReferentialAction.NO_ACTION
				|| (action == ReferentialAction.RESTRICT && this.restrictsByDefault);
		return (none) ? null : action;
	}

	private KeyForm form(Index index) {
		String method = (index.method() != null) ? index.method().toLowerCase(Locale.ROOT) : "btree";
		return new KeyForm.Index(index.columns().stream().map(this::part).toList(), index.unique(),
				this.texts.form(index.where()), method, Set.copyOf(index.include()), index.nullsNotDistinct(),
				Set.copyOf(index.with()), index.tablespace());
	}

	private KeyForm.Part part(IndexColumn column) {
		return new KeyForm.Part((column.expression()) ? String.valueOf(this.texts.form(column.text())) : column.text(),
				column.expression(), column.descending(), column.collation(), column.operatorClass(),
				column.nullsOrder(), column.prefix());
	}

	/**
	 * Return the form of the unique constraint that says the same as an index.
	 * @param index the index's form
	 * @return the form, or {@code null} if there is none
	 */
	static KeyForm.@Nullable Unique unique(KeyForm.Index index) {
		if (!index.unique()) {
			return null;
		}
		Set<String> columns = new HashSet<>();
		for (KeyForm.Part part : index.parts()) {
			if (!part.equals(new KeyForm.Part(part.text(), false, false, null, null, null, null))) {
				return null;
			}
			columns.add(part.text());
		}
		boolean plain = index.where() == null && "btree".equals(index.method()) && index.with().isEmpty()
				&& index.tablespace() == null && columns.size() == index.parts().size();
		return (plain) ? new KeyForm.Unique(columns, index.nullsNotDistinct(), index.include(), null) : null;
	}

	private Set<String> columns(Constraint constraint, Set<String> known) {
		Set<String> columns = new HashSet<>();
		if (constraint instanceof Constraint.PrimaryKey key) {
			columns.addAll(key.columns());
			columns.addAll(key.include());
		}
		else if (constraint instanceof Constraint.Unique key) {
			columns.addAll(key.columns());
			columns.addAll(key.include());
		}
		else if (constraint instanceof Constraint.ForeignKey key) {
			columns.addAll(key.columns());
		}
		else if (constraint instanceof Constraint.Check check) {
			columns.addAll(this.texts.names(check.condition()));
		}
		else if (constraint instanceof Constraint.Exclusion exclusion) {
			exclusion.elements().forEach((element) -> add(element.column(), columns));
			columns.addAll(this.texts.names(exclusion.where()));
		}
		columns.retainAll(known);
		return columns;
	}

	private Set<String> columns(Index index, Set<String> known) {
		Set<String> columns = new HashSet<>(index.include());
		index.columns().forEach((column) -> add(column, columns));
		columns.addAll(this.texts.names(index.where()));
		columns.retainAll(known);
		return columns;
	}

	private void add(IndexColumn column, Set<String> columns) {
		if (column.expression()) {
			columns.addAll(this.texts.names(column.text()));
		}
		else {
			columns.add(column.text());
		}
	}

}
