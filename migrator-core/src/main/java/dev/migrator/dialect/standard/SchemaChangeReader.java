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
		if (this.cursor.skip("trigger")) {
			return createTrigger();
		}
		boolean table = this.cursor.skip("unlogged") || this.cursor.skip("cached") || this.cursor.skip("memory");
		boolean unique = !table && skipKindOfIndex();
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

	private boolean skipKindOfIndex() {
		boolean unique = this.cursor.skip("unique");
		if (unique && !this.cursor.skip("nulls", "not", "distinct")) {
			this.cursor.skip("nulls", "distinct");
		}
		return this.cursor.skip("hash") || this.cursor.skip("spatial") || unique;
	}

	private SchemaChange createTrigger() {
		this.cursor.skip("if", "not", "exists");
		SqlName trigger = this.cursor.name();
		SqlName table = (trigger != null && this.cursor.skipTo("on")) ? this.cursor.name() : null;
		return (trigger != null && table != null) ? new SchemaChange.CreateTrigger(trigger, table) : OTHER;
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
		if (this.cursor.skip("trigger")) {
			return dropTrigger();
		}
		Kind kind = kind();
		if (kind == null) {
			return OTHER;
		}
		if (kind == Kind.INDEX) {
			this.cursor.skip("concurrently");
		}
		boolean ifExists = this.cursor.skip("if", "exists");
		if (ifExists && (kind == Kind.FUNCTION || kind == Kind.PROCEDURE)) {
			// There may be others of the name.
			return REPEATABLE;
		}
		SqlName name = this.cursor.name();
		return (name != null && !this.cursor.hasCommaAhead()) ? new SchemaChange.Drop(kind, name) : OTHER;
	}

	private SchemaChange dropTrigger() {
		this.cursor.skip("if", "exists");
		SqlName trigger = this.cursor.name();
		SqlName table = (trigger != null && this.cursor.skip("on")) ? this.cursor.name() : null;
		return (trigger != null) ? new SchemaChange.DropTrigger(trigger, table) : OTHER;
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
		return switch (kind) {
			case TABLE -> new TableChangeReader(this.cursor, name).read();
			case SEQUENCE -> alterSequence();
			case TYPE -> alterType(name);
			default -> OTHER;
		};
	}

	// Drawing numbers from a beginning again is no small matter.
	private SchemaChange alterSequence() {
		boolean begins = this.cursor.hasWordAhead("restart") || this.cursor.hasWordAhead("rename")
				|| this.cursor.isAt("set");
		return (begins) ? OTHER : REPEATABLE;
	}

	private SchemaChange alterType(SqlName type) {
		if (this.cursor.skip("add", "value")) {
			if (this.cursor.skip("if", "not", "exists")) {
				return REPEATABLE;
			}
			String value = this.cursor.string();
			return (value != null) ? new SchemaChange.CreateEnumValue(type, value) : OTHER;
		}
		if (this.cursor.skip("rename", "value")) {
			String from = this.cursor.string();
			String to = (from != null && this.cursor.skip("to")) ? this.cursor.string() : null;
			return (from != null && to != null) ? new SchemaChange.RenameEnumValue(type, from, to) : OTHER;
		}
		return OTHER;
	}

}
