package dev.migrator.dialect.sqlite;

import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.sqlite.Clause.Kind;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ComputedChange;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.IdentityChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Changes a column in the text of its table.
 */
final class ColumnChange {

	private final TableDefinition table;

	private final ColumnDefinition column;

	private final TableText text;

	private final SqliteColumnSql words;

	private final SqliteConstraintSql constraints;

	ColumnChange(TableDefinition table, ColumnDefinition column, TableText text, SqliteColumnSql words,
			SqliteConstraintSql constraints) {
		this.table = table;
		this.column = column;
		this.text = text;
		this.words = words;
		this.constraints = constraints;
	}

	void apply(AlterColumn alter) {
		if (alter.type() != null) {
			setType(alter.type(), alter.existing());
		}
		if (alter.computed() != null) {
			setComputed(alter.computed());
		}
		if (alter.defaultChange() != null) {
			setDefault(alter.defaultChange());
		}
		if (alter.nullable() != null) {
			setNullable(alter.nullable());
		}
		if (alter.identity() instanceof IdentityChange.Add) {
			countUp();
		}
		if (alter.identity() instanceof IdentityChange.Drop) {
			this.table.primaryKey().ifPresent(this::stopCounting);
		}
	}

	private void setType(ColumnType type, @Nullable Column existing) {
		// In any other word for the same numbers it would be no rowid any more, and its
		// values would not count up, as they do unless somebody knows that they do not.
		boolean rowid = this.table.rowidAlias().filter(this.column::equals).isPresent();
		boolean idle = existing != null && existing.identity() == null && !this.table.isAutoincrement();
		if (!rowid || idle || !SqliteTypes.isWhole(type)) {
			writeType(this.words.type(type));
		}
		// A type of a few values is a condition here, which goes with it.
		this.column.clauses()
			.stream()
			.filter((clause) -> !clause.listOfValues(this.column.name(), this.table.sql()).isEmpty())
			.forEach(this.text::remove);
		this.text.insert(this.column.endOfType(), this.words.values(this.column.name(), type));
	}

	private void writeType(String type) {
		if (this.column.type() != null) {
			this.text.replace(this.column.type(), type);
		}
		else {
			this.text.insert(this.column.endOfType(), " " + type);
		}
	}

	private void setComputed(ComputedChange change) {
		this.column.clause(Kind.GENERATED).ifPresent(this.text::remove);
		if (change instanceof ComputedChange.Set set) {
			this.column.clause(Kind.DEFAULT).ifPresent(this.text::remove);
			this.text.insert(this.column.endOfType(), " " + this.words.computed(set.computed()));
		}
	}

	private void setDefault(DefaultChange change) {
		this.column.clause(Kind.DEFAULT).ifPresent(this.text::remove);
		if (change instanceof DefaultChange.Set set) {
			this.text.insert(this.column.endOfType(), " default " + this.words.defaultValue(set.newDefault()));
		}
	}

	void setNullable(boolean nullable) {
		Optional<Clause> notNull = this.column.clause(Kind.NOT_NULL);
		if (nullable) {
			notNull.ifPresent(this.text::remove);
		}
		else if (notNull.isEmpty()) {
			this.column.clause(Kind.NULL).ifPresent(this.text::remove);
			this.text.insert(this.column.endOfType(), " not null");
		}
	}

	private void stopCounting(Clause key) {
		List<SqlToken> tokens = this.text.tokens(key);
		for (int i = 0; i < tokens.size(); i++) {
			if (tokens.get(i).isWord("autoincrement")) {
				this.text.replace(this.text.place(key, i), "");
			}
		}
	}

	private void countUp() {
		Clause key = this.table.primaryKey()
			.filter((clause) -> clause.columns().size() == 1
					&& SqliteNames.same(clause.columns().get(0), this.column.name()))
			.orElseThrow(() -> SqliteColumnSql.noKeyAlone(this.column.name()));
		writeType("integer");
		if (this.table.constraints().contains(key)) {
			this.text.remove(key);
			this.text.insert(this.column.endOfType(),
					" " + this.constraints.named(key.name()) + "primary key autoincrement");
		}
		else if (!key.autoincrement()) {
			this.text.insert(key.span().to(), " autoincrement");
		}
	}

}
