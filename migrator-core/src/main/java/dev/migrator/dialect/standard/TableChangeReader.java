package dev.migrator.dialect.standard;

import dev.migrator.dialect.standard.Catalog.Facet;

/**
 * Reads what {@code alter table} does behind the table's name.
 */
final class TableChangeReader {

	private static final SchemaChange OTHER = new SchemaChange.Other();

	private static final SchemaChange REPEATABLE = new SchemaChange.Repeatable();

	private final TokenCursor cursor;

	private final SqlName table;

	TableChangeReader(TokenCursor cursor, SqlName table) {
		this.cursor = cursor;
		this.table = table;
	}

	SchemaChange read() {
		if (this.cursor.skip("add")) {
			return add();
		}
		if (this.cursor.skip("drop")) {
			return dropPart();
		}
		if (this.cursor.skip("rename", "constraint")) {
			return rename((from, to) -> new SchemaChange.RenameConstraint(this.table, from, to));
		}
		if (this.cursor.skip("rename")) {
			this.cursor.skip("column");
			return rename((from, to) -> new SchemaChange.RenameColumn(this.table, from, to));
		}
		if (this.cursor.skip("alter")) {
			this.cursor.skip("column");
			return alterColumn();
		}
		boolean repeatable = this.cursor.skip("validate", "constraint") && !this.cursor.hasCommaAhead();
		return (repeatable) ? REPEATABLE : OTHER;
	}

	/**
	 * With several actions in one statement the first one tells of all, as they are done
	 * together. But if that one was to do nothing where it was done before, it does not.
	 */
	private SchemaChange add() {
		boolean constraint = this.cursor.skip("constraint");
		if (!constraint && !this.cursor.skip("column")
				&& this.cursor.isAt("primary", "unique", "foreign", "check", "exclude", "not", "index", "key")) {
			return OTHER;
		}
		if (this.cursor.skip("if", "not", "exists") && this.cursor.hasCommaAhead()) {
			return OTHER;
		}
		String name = this.cursor.identifier();
		if (name == null) {
			return OTHER;
		}
		return (constraint) ? new SchemaChange.CreateConstraint(this.table, name)
				: new SchemaChange.CreateColumn(this.table, name);
	}

	private SchemaChange dropPart() {
		boolean constraint = this.cursor.skip("constraint");
		if (!constraint && !this.cursor.skip("column") && this.cursor.isAt("primary", "foreign", "index", "key")) {
			return OTHER;
		}
		if (this.cursor.skip("if", "exists") && this.cursor.hasCommaAhead()) {
			return OTHER;
		}
		String name = this.cursor.identifier();
		if (name == null) {
			return OTHER;
		}
		return (constraint) ? new SchemaChange.DropConstraint(this.table, name)
				: new SchemaChange.DropColumn(this.table, name);
	}

	private SchemaChange rename(Renaming renaming) {
		String from = this.cursor.identifier();
		String to = (from != null && this.cursor.skip("to")) ? this.cursor.identifier() : null;
		return (from != null && to != null && !this.cursor.hasNext()) ? renaming.of(from, to) : OTHER;
	}

	private SchemaChange alterColumn() {
		this.cursor.skip("if", "exists");
		String column = this.cursor.identifier();
		if (column == null || this.cursor.hasCommaAhead()) {
			return OTHER;
		}
		if (this.cursor.skip("rename", "to")) {
			String newName = this.cursor.identifier();
			return (newName != null) ? new SchemaChange.RenameColumn(this.table, column, newName) : OTHER;
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
		return (repeatable) ? REPEATABLE : OTHER;
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
