package dev.migrator.dialect.standard;

import java.util.Set;

import dev.migrator.dialect.standard.Catalog.Kind;
import dev.migrator.dialect.syntax.SqlSyntax;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the first words of a statement what it does to the schema. What it does not
 * surely understand is {@link SchemaChange.Other}.
 */
final class SchemaChangeReader {

	private static final SchemaChange OTHER = new SchemaChange.Other();

	private static final SchemaChange REPEATABLE = new SchemaChange.Repeatable();

	private static final Set<String> HARMLESS = Set.of("comment", "grant", "revoke", "analyze", "vacuum", "refresh");

	private final TokenCursor cursor;

	private SchemaChangeReader(TokenCursor cursor) {
		this.cursor = cursor;
	}

	static SchemaChange read(String sql, SqlSyntax syntax) {
		TokenCursor cursor = new TokenCursor(sql, syntax);
		return (cursor.hasSeparator()) ? OTHER : new SchemaChangeReader(cursor).statement();
	}

	private SchemaChange statement() {
		if (this.cursor.skip("create")) {
			return create();
		}
		if (this.cursor.skip("drop")) {
			return drop();
		}
		if (this.cursor.skip("alter")) {
			return alter();
		}
		return (this.cursor.isAt(HARMLESS.toArray(String[]::new))) ? REPEATABLE : OTHER;
	}

	private SchemaChange create() {
		if (this.cursor.skip("or", "replace")) {
			return REPEATABLE;
		}
		boolean table = this.cursor.skip("unlogged") || this.cursor.skip("cached") || this.cursor.skip("memory");
		boolean unique = !table && this.cursor.skip("unique");
		Kind kind = kind();
		if (kind == null || (table && kind != Kind.TABLE) || (unique && kind != Kind.INDEX)) {
			return OTHER;
		}
		if (kind == Kind.INDEX) {
			return createIndex();
		}
		this.cursor.skip("if", "not", "exists");
		SqlName name = (this.cursor.isAt("authorization")) ? null : this.cursor.name();
		boolean rows = kind == Kind.TABLE || kind == Kind.MATERIALIZED_VIEW;
		return (name != null) ? new SchemaChange.Create(kind, name, rows && this.cursor.hasWordAhead("as")) : OTHER;
	}

	// An index stands in the schema of its table, whose name comes behind its own.
	private SchemaChange createIndex() {
		this.cursor.skip("concurrently");
		this.cursor.skip("if", "not", "exists");
		SqlName index = (this.cursor.isAt("on")) ? null : this.cursor.name();
		if (index == null || !this.cursor.skip("on")) {
			return OTHER;
		}
		this.cursor.skip("only");
		SqlName table = this.cursor.name();
		return (table != null) ? new SchemaChange.Create(Kind.INDEX, table.withName(index.name()), false) : OTHER;
	}

	private SchemaChange drop() {
		Kind kind = kind();
		if (kind == null) {
			return OTHER;
		}
		if (kind == Kind.INDEX) {
			this.cursor.skip("concurrently");
		}
		this.cursor.skip("if", "exists");
		SqlName name = this.cursor.name();
		return (name != null && !this.cursor.hasCommaAhead()) ? new SchemaChange.Drop(kind, name) : OTHER;
	}

	private @Nullable Kind kind() {
		for (Kind kind : Kind.values()) {
			if (this.cursor.skip(kind.name().split("_"))) {
				return kind;
			}
		}
		return null;
	}

	private SchemaChange alter() {
		Kind kind = kind();
		if (kind == null) {
			return OTHER;
		}
		this.cursor.skip("if", "exists");
		if (kind == Kind.TABLE) {
			this.cursor.skip("only");
		}
		SqlName name = this.cursor.name();
		if (name == null) {
			return OTHER;
		}
		if (this.cursor.skip("rename", "to")) {
			String newName = this.cursor.identifier();
			return (newName != null && !this.cursor.hasNext()) ? new SchemaChange.Rename(kind, name, newName) : OTHER;
		}
		return (kind == Kind.TABLE) ? alterTable(name) : OTHER;
	}

	private SchemaChange alterTable(SqlName table) {
		if (this.cursor.skip("add")) {
			return add(table);
		}
		if (this.cursor.skip("drop")) {
			return dropPart(table);
		}
		if (this.cursor.skip("rename", "constraint")) {
			return rename((from, to) -> new SchemaChange.RenameConstraint(table, from, to));
		}
		if (this.cursor.skip("rename")) {
			this.cursor.skip("column");
			return rename((from, to) -> new SchemaChange.RenameColumn(table, from, to));
		}
		if (this.cursor.skip("alter")) {
			this.cursor.skip("column");
			return alterColumn(table);
		}
		boolean repeatable = this.cursor.skip("validate", "constraint") && !this.cursor.hasCommaAhead();
		return (repeatable) ? REPEATABLE : OTHER;
	}

	/**
	 * With several actions in one statement the first one tells of all, as they are done
	 * together. But if that one was to do nothing where it was done before, it does not.
	 */
	private SchemaChange add(SqlName table) {
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
		return (constraint) ? new SchemaChange.CreateConstraint(table, name)
				: new SchemaChange.CreateColumn(table, name);
	}

	private SchemaChange dropPart(SqlName table) {
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
		return (constraint) ? new SchemaChange.DropConstraint(table, name) : new SchemaChange.DropColumn(table, name);
	}

	private SchemaChange rename(Renaming renaming) {
		String from = this.cursor.identifier();
		String to = (from != null && this.cursor.skip("to")) ? this.cursor.identifier() : null;
		return (from != null && to != null && !this.cursor.hasNext()) ? renaming.of(from, to) : OTHER;
	}

	private SchemaChange alterColumn(SqlName table) {
		this.cursor.skip("if", "exists");
		String column = this.cursor.identifier();
		if (column == null || this.cursor.hasCommaAhead()) {
			return OTHER;
		}
		if (this.cursor.skip("rename", "to")) {
			String newName = this.cursor.identifier();
			return (newName != null) ? new SchemaChange.RenameColumn(table, column, newName) : OTHER;
		}
		boolean type = this.cursor.skip("set", "data", "type") || this.cursor.skip("type");
		boolean repeatable = (type) ? !this.cursor.hasWordAhead("using") : isSetOrDrop();
		return (repeatable) ? REPEATABLE : OTHER;
	}

	private boolean isSetOrDrop() {
		return this.cursor.skip("set", "default") || this.cursor.skip("drop", "default")
				|| this.cursor.skip("set", "not", "null") || this.cursor.skip("drop", "not", "null")
				|| this.cursor.skip("set", "null");
	}

	private interface Renaming {

		SchemaChange of(String from, String to);

	}

}
