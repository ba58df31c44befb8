package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.TableSql;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;

/**
 * Tables of SQLite. It keeps no comments but those in the text of a statement.
 *
 * @see <a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
final class SqliteTableSql extends TableSql {

	private static final Set<String> OPTIONS = Set.of("without_rowid", "strict");

	private final SqliteColumnSql columns;

	private final SqliteConstraintSql constraints;

	private final SqliteIndexSql indexes;

	SqliteTableSql(SqlWords words, SqliteColumnSql columns, SqliteConstraintSql constraints, SqliteIndexSql indexes) {
		super(words, columns, constraints, indexes);
		this.columns = columns;
		this.constraints = constraints;
		this.indexes = indexes;
	}

	// A key that counts up stands with its column.
	@Override
	protected Stream<String> create(CreateTable operation) {
		Table table = operation.table();
		List<Constraint> others = new ArrayList<>(table.constraints());
		List<String> lines = new ArrayList<>();
		List<String> statements = new ArrayList<>();
		for (Column column : table.columns()) {
			lines.add((column.identity() != null) ? counted(column, others) : this.columns.definition(column));
			if (column.identity() != null) {
				statements.addAll(this.columns.counter(table.name(), column.identity().options()));
			}
		}
		others.forEach((constraint) -> lines.add(this.constraints.definition(constraint)));
		statements.add(0, "create table %s%s (\n    %s\n)%s".formatted(words().ifNotExists(operation.ifNotExists()),
				words().name(table.name()), String.join(",\n    ", lines), suffix(table)));
		for (Index index : table.indexes()) {
			this.indexes.create(new CreateIndex(table.name(), index, operation.ifNotExists(), false))
				.forEach(statements::add);
		}
		return statements.stream();
	}

	private String counted(Column column, List<Constraint> others) {
		Optional<Constraint> key = others.stream()
			.filter((constraint) -> constraint instanceof Constraint.PrimaryKey primary
					&& primary.columns().equals(List.of(column.name())))
			.findFirst();
		String name = key.orElseThrow(() -> SqliteColumnSql.noKeyAlone(column.name())).name();
		key.ifPresent(others::remove);
		return "%s integer not null %sprimary key autoincrement".formatted(words().name(column.name()),
				this.constraints.named(name));
	}

	@Override
	protected String suffix(Table table) {
		String options = options(table, OPTIONS).stream()
			.map((option) -> option.name().replace('_', ' '))
			.collect(Collectors.joining(", "));
		return (options.isEmpty()) ? "" : " " + options;
	}

	@Override
	protected Stream<String> drop(DropTable operation) {
		return Stream.of("drop table " + words().ifExists(operation.ifExists()) + words().name(operation.table()));
	}

	@Override
	protected Stream<String> comment(SetTableComment operation) {
		return Stream.empty();
	}

}
