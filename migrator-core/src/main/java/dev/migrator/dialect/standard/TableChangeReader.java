package dev.migrator.dialect.standard;

import dev.migrator.dialect.standard.Catalog.Facet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an {@code alter table} does, behind the table's name. With several actions
 * in one statement the first one tells of all, as they are done together.
 */
final class TableChangeReader {

	/** What MySQL and MariaDB call each primary key. */
	private static final String PRIMARY = "PRIMARY";

	/** Options of a table there, which are what they are. */
	private static final String[] OPTIONS = { "comment", "engine", "auto_increment", "convert", "default", "character",
			"charset", "collate", "row_format" };

	private final TokenCursor cursor;

	private final SqlName table;

	private final boolean mysql;

	TableChangeReader(TokenCursor cursor, SqlName table, boolean mysql) {
		this.cursor = cursor;
		this.table = table;
		this.mysql = mysql;
	}

	SchemaChange read() {
		if (this.cursor.skip("add")) {
			return add();
		}
		if (this.cursor.skip("drop")) {
			return drop();
		}
		if (this.cursor.skip("rename", "constraint")) {
			return rename((from, to) -> new SchemaChange.RenameConstraint(this.table, from, to));
		}
		if (this.mysql && (this.cursor.skip("rename", "index") || this.cursor.skip("rename", "key"))) {
			return rename((from, to) -> new SchemaChange.RenameIndex(this.table, this.table.withName(from),
					this.table.withName(to)));
		}
		if (this.cursor.skip("rename")) {
			this.cursor.skip("column");
			return rename((from, to) -> new SchemaChange.RenameColumn(this.table, from, to));
		}
		if (this.cursor.skip("alter")) {
			this.cursor.skip("column");
			return alterColumn();
		}
		if (this.mysql && this.cursor.skip("change")) {
			return change();
		}
		return (isRepeatable() && !this.cursor.hasCommaAhead()) ? SchemaChangeReader.REPEATABLE
				: SchemaChangeReader.OTHER;
	}

	private boolean isRepeatable() {
		return this.cursor.skip("validate", "constraint")
				|| (this.mysql && (this.cursor.skip("modify") || this.cursor.isAt(OPTIONS)));
	}

	/**
	 * Read what comes. If the first of several actions was to do nothing where it was
	 * done before, it does not tell of all.
	 */
	private SchemaChange add() {
		boolean constraint = this.cursor.skip("constraint");
		if (this.mysql && this.cursor.isAt("primary")) {
			return new SchemaChange.CreateConstraint(this.table, PRIMARY);
		}
		if (this.mysql && !constraint && isIndex()) {
			return createIndex();
		}
		if (!constraint && !this.cursor.skip("column")
				&& this.cursor.isAt("primary", "unique", "foreign", "check", "exclude", "not", "index", "key")) {
			return SchemaChangeReader.OTHER;
		}
		if (this.cursor.skip("if", "not", "exists") && this.cursor.hasCommaAhead()) {
			return SchemaChangeReader.OTHER;
		}
		String name = this.cursor.identifier();
		if (name == null) {
			return SchemaChangeReader.OTHER;
		}
		if (!constraint) {
			return new SchemaChange.CreateColumn(this.table, name);
		}
		boolean primary = this.mysql && this.cursor.isAt("primary");
		return new SchemaChange.CreateConstraint(this.table, (primary) ? PRIMARY : name);
	}

	private boolean isIndex() {
		boolean special = this.cursor.skip("unique") || this.cursor.skip("fulltext") || this.cursor.skip("spatial");
		return this.cursor.skip("index") || this.cursor.skip("key") || special;
	}

	private SchemaChange createIndex() {
		boolean ifNotExists = this.cursor.skip("if", "not", "exists");
		String name = (this.cursor.isAt("using")) ? null : this.cursor.identifier();
		return (name == null || (ifNotExists && this.cursor.hasCommaAhead())) ? SchemaChangeReader.OTHER
				: new SchemaChange.CreateIndex(this.table, this.table.withName(name));
	}

	private SchemaChange drop() {
		if (this.mysql && this.cursor.skip("primary", "key")) {
			return new SchemaChange.DropConstraint(this.table, PRIMARY);
		}
		boolean index = this.mysql && (this.cursor.skip("index") || this.cursor.skip("key"));
		boolean constraint = this.cursor.skip("constraint")
				|| (this.mysql && (this.cursor.skip("foreign", "key") || this.cursor.skip("check")));
		if (!index && !constraint && !this.cursor.skip("column")
				&& this.cursor.isAt("primary", "foreign", "index", "key")) {
			return SchemaChangeReader.OTHER;
		}
		if (this.cursor.skip("if", "exists") && this.cursor.hasCommaAhead()) {
			return SchemaChangeReader.OTHER;
		}
		String name = this.cursor.identifier();
		if (name == null) {
			return SchemaChangeReader.OTHER;
		}
		if (index) {
			return new SchemaChange.DropIndex(this.table, this.table.withName(name));
		}
		return (constraint) ? new SchemaChange.DropConstraint(this.table, name)
				: new SchemaChange.DropColumn(this.table, name);
	}

	private SchemaChange rename(Renaming renaming) {
		this.cursor.skip("if", "exists");
		String from = this.cursor.identifier();
		String to = (from != null && this.cursor.skip("to")) ? this.cursor.identifier() : null;
		boolean ends = !this.cursor.hasNext() || (this.mysql && this.cursor.hasCommaAhead());
		return (from != null && to != null && ends) ? renaming.of(from, to) : SchemaChangeReader.OTHER;
	}

	/**
	 * Read MySQL's {@code change}, which defines a column anew and may rename it.
	 */
	private SchemaChange change() {
		this.cursor.skip("column");
		boolean ifExists = this.cursor.skip("if", "exists");
		@Nullable String from = this.cursor.identifier();
		@Nullable String to = this.cursor.identifier();
		if (from == null || to == null || ifExists) {
			return SchemaChangeReader.OTHER;
		}
		if (!SqlName.unquoted(from).equalsIgnoreCase(SqlName.unquoted(to))) {
			return new SchemaChange.RenameColumn(this.table, from, to);
		}
		return (this.cursor.hasCommaAhead()) ? SchemaChangeReader.OTHER : SchemaChangeReader.REPEATABLE;
	}

	private SchemaChange alterColumn() {
		this.cursor.skip("if", "exists");
		String column = this.cursor.identifier();
		if (column == null || this.cursor.hasCommaAhead()) {
			return SchemaChangeReader.OTHER;
		}
		if (this.cursor.skip("rename", "to")) {
			String newName = this.cursor.identifier();
			return (newName != null) ? new SchemaChange.RenameColumn(this.table, column, newName)
					: SchemaChangeReader.OTHER;
		}
		if (this.cursor.skip("add", "generated")) {
			return new SchemaChange.CreateFacet(this.table, column, Facet.IDENTITY);
		}
		if (this.cursor.skip("drop", "identity")) {
			return new SchemaChange.DropFacet(this.table, column, Facet.IDENTITY);
		}
		if (this.cursor.skip("drop", "expression")) {
			return new SchemaChange.DropFacet(this.table, column, Facet.EXPRESSION);
		}
		boolean type = this.cursor.skip("set", "data", "type") || this.cursor.skip("type");
		boolean repeatable = (type) ? !this.cursor.hasWordAhead("using") : isSetOrDrop();
		return (repeatable) ? SchemaChangeReader.REPEATABLE : SchemaChangeReader.OTHER;
	}

	private boolean isSetOrDrop() {
		return this.cursor.skip("set", "default") || this.cursor.skip("drop", "default")
				|| this.cursor.skip("set", "not", "null") || this.cursor.skip("drop", "not", "null")
				|| this.cursor.skip("set", "null") || this.cursor.skip("set", "expression") || isSetOfIdentity();
	}

	// Drawing numbers from a beginning again is no small matter.
	private boolean isSetOfIdentity() {
		return this.cursor.skip("set") && !this.cursor.hasWordAhead("restart")
				&& this.cursor.isAt("generated", "start", "increment", "minvalue", "maxvalue", "no", "cache", "cycle");
	}

	private interface Renaming {

		SchemaChange of(String from, String to);

	}

}
