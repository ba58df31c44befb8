package dev.migrator.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.Exclusion;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.Json;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares a table with what is expected of it. Both are brought into the same words
 * first: types as the database keeps them, expressions in their normal form, and without
 * the names that nobody asked for.
 */
final class TableCheck {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Table expected;

	private final Table actual;

	private final CaseDatabase database;

	private final NormalForm normalForm;

	TableCheck(Table expected, Table actual, CaseDatabase database, NormalForm normalForm) {
		this.expected = expected;
		this.actual = actual;
		this.database = database;
		this.normalForm = normalForm;
	}

	void columns() {
		assertThat(this.actual.columns().stream().map(this::normal)).as("columns of " + this.actual.name())
			.containsExactlyElementsOf(
					this.expected.columns().stream().map((column) -> withType(normal(column))).toList());
	}

	private Column withType(Column column) {
		return new Column(column.name(), this.database.dialect().reflected(column.type()), column.nullable(),
				column.defaultValue(), column.identity(), column.comment(), column.computed(), column.onUpdate(),
				column.collation());
	}

	private Column normal(Column column) {
		Computed computed = column.computed();
		return new Column(column.name(), column.type(), column.nullable(), normal(column.defaultValue()),
				column.identity(), (this.database.product().keepsComments()) ? column.comment() : null,
				(computed != null) ? new Computed(expression(computed.expression()), computed.virtual()) : null,
				this.normalForm.of(column.onUpdate()), column.collation());
	}

	private @Nullable ColumnDefault normal(@Nullable ColumnDefault value) {
		if (value instanceof ColumnDefault.Expression expression) {
			return new ColumnDefault.Expression(expression(expression.sql()));
		}
		if (value instanceof ColumnDefault.Value plain && plain.value() instanceof Number number) {
			return new ColumnDefault.Value(new BigDecimal(number.toString()).stripTrailingZeros());
		}
		if (value instanceof ColumnDefault.Value plain && plain.value() instanceof Json json) {
			return new ColumnDefault.Value(JSON.readTree(json.text()));
		}
		return value;
	}

	private String expression(String sql) {
		return String.valueOf(this.normalForm.of(sql));
	}

	void constraints() {
		List<Constraint> rest = new ArrayList<>();
		this.actual.constraints()
			.stream()
			.filter((constraint) -> !isExpectedAsIndex(constraint))
			.forEach((constraint) -> rest.add(normal(constraint)));
		for (Constraint constraint : this.expected.constraints()) {
			Constraint wanted = normal(constraint);
			Constraint found = rest.stream().filter((one) -> isSame(wanted, one)).findFirst().orElse(null);
			assertThat(found).as("%s among %s", wanted, rest).isNotNull();
			rest.remove(found);
		}
		assertThat(rest).as("constraints of %s that nobody expects", this.actual.name()).isEmpty();
	}

	// In some databases a unique index and a unique constraint are the same.
	private boolean isExpectedAsIndex(Constraint constraint) {
		return this.database.product().hasSchemasForDatabases() && constraint instanceof Unique unique
				&& this.expected.indexes().stream().anyMatch((index) -> isSame(normal(index), normal(index(unique))));
	}

	private static Index index(Unique unique) {
		return new Index(unique.name(),
				unique.columns().stream().map((column) -> new IndexColumn(column, false, false)).toList(), true, null,
				null, List.of(), false, List.of(), null);
	}

	private static boolean isSame(Constraint wanted, Constraint one) {
		String name = one.name();
		return one.equals((wanted.name() == null && name != null) ? wanted.withName(name) : wanted);
	}

	private Constraint normal(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return new PrimaryKey((this.database.product().hasSchemasForDatabases()) ? null : key.name(), key.columns(),
					key.include(), null, key.deferral());
		}
		if (constraint instanceof Unique unique) {
			return new Unique(unique.name(), unique.columns(), unique.nullsNotDistinct(), unique.include(), null,
					unique.deferral());
		}
		if (constraint instanceof ForeignKey key) {
			return new ForeignKey(key.name(), key.columns(), key.referencedTable(), key.referencedColumns(),
					action(key.onDelete()), action(key.onUpdate()), key.onDeleteColumns(),
					(key.match() != ForeignKeyMatch.SIMPLE) ? key.match() : null, key.deferral(), key.notValid(),
					key.notEnforced());
		}
		if (constraint instanceof Check check) {
			return check.withCondition(expression(check.condition()));
		}
		Exclusion exclusion = (Exclusion) constraint;
		return new Exclusion(exclusion.name(), exclusion.method(),
				exclusion.elements()
					.stream()
					.map((element) -> new Exclusion.Element(normal(element.column()), element.operator()))
					.toList(),
				this.normalForm.of(exclusion.where()), exclusion.deferral());
	}

	private @Nullable ReferentialAction action(@Nullable ReferentialAction action) {
		boolean none = action == ReferentialAction.NO_ACTION
				|| (this.database.product().hasSchemasForDatabases() && action == ReferentialAction.RESTRICT);
		return (none) ? null : action;
	}

	void indexes() {
		List<Index> rest = new ArrayList<>();
		this.actual.indexes().forEach((index) -> rest.add(normal(index)));
		this.actual.constraints()
			.stream()
			.filter(this::isExpectedAsIndex)
			.forEach((constraint) -> rest.add(normal(index((Unique) constraint))));
		for (Index index : this.expected.indexes()) {
			Index wanted = normal(index);
			Index found = rest.stream().filter((one) -> isSame(wanted, one)).findFirst().orElse(null);
			assertThat(found).as("%s among %s", wanted, rest).isNotNull();
			rest.remove(found);
		}
		assertThat(rest).as("indexes of %s that nobody expects", this.actual.name()).isEmpty();
	}

	private static boolean isSame(Index wanted, Index one) {
		String name = one.name();
		Index named = (wanted.name() == null && name != null) ? wanted.withName(name) : wanted;
		return one.equals(named) || (Set.copyOf(one.with()).equals(Set.copyOf(named.with()))
				&& withoutParameters(one).equals(withoutParameters(named)));
	}

	private static Index withoutParameters(Index index) {
		return new Index(index.name(), index.columns(), index.unique(), index.where(), index.method(), index.include(),
				index.nullsNotDistinct(), List.of(), index.tablespace());
	}

	private Index normal(Index index) {
		return new Index(index.name(), index.columns().stream().map(this::normal).toList(), index.unique(),
				this.normalForm.of(index.where()), (Objects.equals(index.method(), "btree")) ? null : index.method(),
				index.include(), index.nullsNotDistinct(), index.with(), index.tablespace());
	}

	private IndexColumn normal(IndexColumn column) {
		return new IndexColumn((column.expression()) ? expression(column.text()) : column.text(), column.expression(),
				column.descending(), column.collation(), column.operatorClass(), column.nullsOrder(), column.prefix());
	}

}
