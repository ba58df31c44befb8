package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.dialect.ForeignKeysInTheWayException;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.sqlite.SqliteSchema.SchemaObject;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * Changes a table by copying it, in the steps that SQLite's documentation gives: the
 * table is created anew under another name, the rows are copied, the old table is
 * dropped, and the new one takes its name. Indexes and triggers are made again; views,
 * and the foreign keys of other tables, go by the table's name and stay as they are. Rows
 * keep their rowids, and what {@code autoincrement} counted goes on.
 * <p>
 * Nothing else follows when the new table takes the name ({@code legacy_alter_table}),
 * since whatever names the table means that name. At the end the foreign keys of the
 * table and those that name it are checked, and views and triggers that worked before
 * have to work.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">Making Other
 * Kinds Of Table Schema Changes</a>
 */
final class TableRebuild {

	private final SqliteSchema schema;

	private final SqlSession session;

	private final TableDefinition table;

	private final TableChange change;

	private final String name;

	private final String newName;

	private final List<String> statements = new ArrayList<>();

	TableRebuild(SqliteSchema schema, TableDefinition table, TableChange change, SqlSession session) {
		this.schema = schema;
		this.session = session;
		this.table = table;
		this.change = change;
		this.name = SqliteNames.quoted(table.name());
		this.newName = SqliteNames.quoted("_migrator_new_" + table.name());
	}

	/**
	 * Return the statements.
	 * @return the statements, to be run while foreign keys are not enforced
	 * @throws ForeignKeysInTheWayException if they are, and the table has to do with them
	 */
	StatementGroup statements() {
		String text = this.change.write(this.newName);
		TableDefinition created = CreateTableReader.read(text);
		ForeignKeyTables keys = ForeignKeyTables.of(this.table.name(), this.session);
		boolean concerned = keys.isConcerned() || created.hasForeignKeys();
		if (concerned && SqliteSettings.enforcesForeignKeys(this.session)) {
			throw new ForeignKeysInTheWayException(
					"SQLite changes the table '%s' by copying it, for which foreign keys must not be enforced, and that cannot be changed within a transaction."
						.formatted(this.table.name()),
					ForeignKeyPause.ADVICE);
		}
		boolean legacy = SqliteSettings.hasLegacyAlterTable(this.session);
		SchemaProbes probes = SchemaProbes.of(this.schema, this.table.name(), this.change.droppedColumn(),
				this.session);
		List<String> checks = (concerned) ? keys.checks(this.session) : List.of();
		this.statements.add(text);
		copy(created);
		this.statements.add("drop table " + this.name);
		this.statements.add("pragma legacy_alter_table = on");
		this.statements.add("alter table %s rename to %s".formatted(this.newName, this.name));
		String back = "pragma legacy_alter_table = " + ((legacy) ? "on" : "off");
		this.statements.add(back);
		Stream.concat(indexes(), this.schema.of(this.table.name(), "trigger").stream())
			.map(SchemaObject::sql)
			.forEach(this.statements::add);
		this.statements.addAll(checks);
		this.statements.addAll(probes.statements());
		return new StatementGroup(this.statements.stream().map(SqlStatement::of).toList(),
				List.of(SqlStatement.of(back)), (concerned) ? List.of(ForeignKeyPause.OFF_STATEMENT) : List.of());
	}

	private void copy(TableDefinition created) {
		List<String> columns = new ArrayList<>();
		List<String> sources = new ArrayList<>();
		Optional<String> rowid = rowid(created);
		rowid.ifPresent((word) -> {
			columns.add(word);
			sources.add(word);
		});
		for (ColumnDefinition column : created.columns()) {
			if (!column.isGenerated() && this.table.column(column.name()).isPresent()) {
				columns.add(SqliteNames.quoted(column.name()));
				sources.add(this.change.source(column.name()));
			}
		}
		// What a constraint does about a conflict is not to lose rows here.
		this.statements.add("insert or abort into %s (%s)\nselect %s\nfrom %s".formatted(this.newName,
				String.join(", ", columns), String.join(", ", sources), this.name));
		if (this.table.isAutoincrement() && created.isAutoincrement()) {
			String newText = SqliteNames.text(created.name());
			this.statements.add("delete from sqlite_sequence where name = " + newText);
			this.statements
				.add("insert into sqlite_sequence (name, seq)\nselect %s, seq from sqlite_sequence where name = %s"
					.formatted(newText, SqliteNames.text(this.table.name())));
		}
	}

	// One of its three names that is no column's; where a column is the rowid, it goes
	// with
	// that.
	private Optional<String> rowid(TableDefinition created) {
		if (!this.table.hasRowid() || !created.hasRowid() || created.rowidAlias().isPresent()) {
			return Optional.empty();
		}
		return Stream.of("rowid", "_rowid_", "oid")
			.filter((word) -> this.table.column(word).isEmpty() && created.column(word).isEmpty())
			.findFirst();
	}

	// As PostgreSQL has it, an index goes with any of its columns.
	private Stream<SchemaObject> indexes() {
		String dropped = this.change.droppedColumn();
		return this.schema.of(this.table.name(), "index")
			.stream()
			.filter((index) -> dropped == null || !SqliteNames.contains(columnsOf(index), dropped));
	}

	/**
	 * Return the names that stand in an index behind that of its table.
	 * @param index the index
	 * @return the names, columns among them
	 */
	static Set<String> columnsOf(SchemaObject index) {
		List<SqlToken> tokens = SqlLexer.tokens(index.sql(), SqlSyntax.SQLITE, 1)
			.stream()
			.filter(SqlToken::isCode)
			.toList();
		int on = tokens.stream().filter((token) -> token.isWord("on")).findFirst().map(tokens::indexOf).orElse(0);
		return SqliteNames.in(tokens.subList(on + 2, tokens.size()));
	}

}
