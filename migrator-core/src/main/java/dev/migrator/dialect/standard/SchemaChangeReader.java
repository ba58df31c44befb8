package dev.migrator.dialect.standard;

import java.util.Locale;
import java.util.Set;

import dev.migrator.dialect.standard.Catalog.Kind;
import dev.migrator.dialect.syntax.SqlSyntax;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the first words of a statement what it does to the schema. What it does not
 * surely understand is {@link SchemaChange.Other}.
 */
final class SchemaChangeReader {

	static final SchemaChange OTHER = new SchemaChange.Other();

	static final SchemaChange REPEATABLE = new SchemaChange.Repeatable();

	private static final Set<String> HARMLESS = Set.of("comment", "grant", "revoke", "analyze", "vacuum", "refresh",
			"optimize", "flush");

	/** What has an owner, and inner statements, in MySQL and MariaDB. */
	private static final String[] ROUTINES = { "procedure", "function", "trigger", "event" };

	private final TokenCursor cursor;

	private final boolean mysql;

	private SchemaChangeReader(TokenCursor cursor, boolean mysql) {
		this.cursor = cursor;
		this.mysql = mysql;
	}

	static SchemaChange read(String sql, SqlSyntax syntax) {
		boolean mysql = syntax.name().equals(SqlSyntax.MYSQL.name());
		SchemaChangeReader reader = new SchemaChangeReader(new TokenCursor(sql, syntax), mysql);
		boolean several = reader.cursor.hasSeparator()
				&& !new SchemaChangeReader(new TokenCursor(sql, syntax), mysql).isRoutine();
		return (several) ? OTHER : reader.statement();
	}

	// The inner statements of a routine end in semicolons, too.
	private boolean isRoutine() {
		if (!this.mysql || !this.cursor.skip("create")) {
			return false;
		}
		this.cursor.skip("or", "replace");
		skipOwner();
		return this.cursor.isAt(ROUTINES);
	}

	// Before the word that tells what it is may stand who it belongs to, and how it is
	// run.
	private void skipOwner() {
		if (this.mysql && this.cursor.isAt("definer", "aggregate", "algorithm", "sql")) {
			this.cursor.goTo("procedure", "function", "trigger", "event", "view");
		}
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
		if (this.mysql && this.cursor.skip("rename", "table")) {
			SqlName name = this.cursor.name();
			return (name != null && this.cursor.skip("to")) ? rename(Kind.TABLE, name) : OTHER;
		}
		return (this.cursor.isAt(HARMLESS.toArray(String[]::new))) ? REPEATABLE : OTHER;
	}

	private SchemaChange create() {
		if (this.cursor.skip("or", "replace")) {
			return REPEATABLE;
		}
		skipOwner();
		if (this.cursor.skip("trigger")) {
			return createTrigger();
		}
		boolean table = this.cursor.skip("unlogged") || this.cursor.skip("cached") || this.cursor.skip("memory");
		boolean index = !table && skipKindOfIndex();
		Kind kind = kind();
		if (kind == null || (table && kind != Kind.TABLE) || (index && kind != Kind.INDEX)) {
			return OTHER;
		}
		if (kind == Kind.INDEX) {
			return createIndex();
		}
		this.cursor.skip("if", "not", "exists");
		SqlName name = (this.cursor.isAt("authorization")) ? null : this.cursor.name();
		boolean rows = kind == Kind.TABLE || kind == Kind.MATERIALIZED_VIEW;
		return (name != null) ? new SchemaChange.Create(kind, name, rows && hasRows()) : OTHER;
	}

	private boolean hasRows() {
		return this.cursor.hasWordAhead("as") || this.cursor.hasWordAhead("select");
	}

	private boolean skipKindOfIndex() {
		boolean unique = this.cursor.skip("unique");
		if (unique && !this.cursor.skip("nulls", "not", "distinct")) {
			this.cursor.skip("nulls", "distinct");
		}
		return this.cursor.skip("hash") || this.cursor.skip("spatial") || this.cursor.skip("fulltext") || unique;
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
		return (table != null) ? new SchemaChange.CreateIndex(table, table.withName(index.name())) : OTHER;
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
		if (ifExists && !this.mysql && (kind == Kind.FUNCTION || kind == Kind.PROCEDURE)) {
			// There may be others of the name.
			return REPEATABLE;
		}
		SqlName name = this.cursor.name();
		if (name == null || this.cursor.hasCommaAhead()) {
			return OTHER;
		}
		if (kind == Kind.INDEX && this.cursor.skip("on")) {
			SqlName table = this.cursor.name();
			return (table != null) ? new SchemaChange.DropIndex(table, table.withName(name.name())) : OTHER;
		}
		return new SchemaChange.Drop(kind, name);
	}

	private SchemaChange dropTrigger() {
		this.cursor.skip("if", "exists");
		SqlName trigger = this.cursor.name();
		SqlName table = (trigger != null && this.cursor.skip("on")) ? this.cursor.name() : null;
		return (trigger != null) ? new SchemaChange.DropTrigger(trigger, table) : OTHER;
	}

	private @Nullable Kind kind() {
		if (this.mysql && this.cursor.skip("database")) {
			return Kind.SCHEMA;
		}
		for (Kind kind : Kind.values()) {
			if (this.cursor.skip(kind.name().toLowerCase(Locale.ROOT).split("_"))) {
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
		if (this.cursor.skip("rename", "to") || (this.mysql && this.cursor.skip("rename", "as"))) {
			return rename(kind, name);
		}
		return switch (kind) {
			case TABLE -> new TableChangeReader(this.cursor, name, this.mysql).read();
			case SEQUENCE -> alterSequence();
			case TYPE -> alterType(name);
			default -> OTHER;
		};
	}

	// What has no schema stays in that of the old name; but in MySQL it goes to the
	// default one.
	private SchemaChange rename(Kind kind, SqlName name) {
		SqlName newName = this.cursor.name();
		if (newName == null || this.cursor.hasNext()) {
			return OTHER;
		}
		boolean sameSchema = !this.mysql && newName.schema() == null;
		return new SchemaChange.Rename(kind, name, (sameSchema) ? name.withName(newName.name()) : newName);
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
		return alterAttribute(type);
	}

	// To the catalog an attribute is a column.
	private SchemaChange alterAttribute(SqlName type) {
		if (this.cursor.skip("add", "attribute")) {
			String attribute = this.cursor.identifier();
			return (attribute != null) ? new SchemaChange.CreateColumn(type, attribute) : OTHER;
		}
		if (this.cursor.skip("drop", "attribute")) {
			boolean several = this.cursor.skip("if", "exists") && this.cursor.hasCommaAhead();
			String attribute = this.cursor.identifier();
			return (attribute != null && !several) ? new SchemaChange.DropColumn(type, attribute) : OTHER;
		}
		if (this.cursor.skip("rename", "attribute")) {
			String from = this.cursor.identifier();
			String to = (from != null && this.cursor.skip("to")) ? this.cursor.identifier() : null;
			return (from != null && to != null) ? new SchemaChange.RenameColumn(type, from, to) : OTHER;
		}
		return (this.cursor.skip("alter", "attribute") && !this.cursor.hasCommaAhead()) ? REPEATABLE : OTHER;
	}

}
