package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ColumnOperation;
import dev.migrator.operation.ConstraintOperation;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.EnumOperation;
import dev.migrator.operation.IdentityChange;
import dev.migrator.operation.IndexOperation;
import dev.migrator.operation.ObjectOperation;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.operation.SequenceOperation;
import dev.migrator.operation.TableOperation;
import dev.migrator.operation.ValidateConstraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;

/**
 * What can be said of the schema without a look at it.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html">ALTER TABLE</a>
 */
final class SqliteDdl {

	private final Dialect dialect;

	private final TableWords tables;

	private final IndexWords indexes;

	SqliteDdl(Dialect dialect, TableWords tables) {
		this.dialect = dialect;
		this.tables = tables;
		this.indexes = new IndexWords(dialect);
	}

	/**
	 * Say an operation.
	 * @param operation an operation on the schema
	 * @return the statements
	 */
	List<String> statements(Operation operation) {
		if (operation instanceof TableOperation table) {
			return table(table);
		}
		if (operation instanceof ColumnOperation column) {
			return column(column);
		}
		if (operation instanceof IndexOperation index) {
			return index(index);
		}
		if (operation instanceof ObjectOperation object) {
			return object(object);
		}
		if (operation instanceof ConstraintOperation constraint) {
			return constraint(constraint);
		}
		if (operation instanceof EnumOperation type) {
			return type(type);
		}
		Refusal.ifSaid(operation instanceof SequenceOperation, "A sequence");
		throw Refusal.of("SQLite has no schemas to create or to drop.",
				"Leave it out there, for example by op.dialect().");
	}

	private List<String> table(TableOperation operation) {
		if (operation instanceof CreateTable create) {
			List<String> statements = new ArrayList<>(this.tables.create(create.table(), create.ifNotExists()));
			for (Index index : create.table().indexes()) {
				statements.add(this.indexes
					.create(new CreateIndex(create.table().name(), index, create.ifNotExists(), false)));
			}
			return statements;
		}
		if (operation instanceof DropTable drop) {
			return List.of("drop table " + ifExists(drop.ifExists()) + this.dialect.quote(drop.table()));
		}
		if (operation instanceof RenameTable rename) {
			return List.of(alter(rename.table()) + "rename to " + this.dialect.quote(rename.newName()));
		}
		// SQLite keeps no comments but those in the text of a statement.
		return List.of();
	}

	private List<String> column(ColumnOperation operation) {
		if (operation instanceof AddColumn add) {
			return List.of(alter(add.table()) + "add column "
					+ this.tables.column(add.table(), add.column(), add.constraints()));
		}
		if (operation instanceof DropColumn drop) {
			return List.of(alter(drop.table()) + "drop column " + this.dialect.quote(drop.column()));
		}
		AlterColumn alter = (AlterColumn) operation;
		List<String> statements = new ArrayList<>();
		if (alter.identity() instanceof IdentityChange.Alter identity && identity.restart() != null) {
			statements.addAll(this.tables.counter(alter.table(), identity.restart()));
		}
		if (alter.newName() != null) {
			statements.add(alter(alter.table()) + "rename column " + this.dialect.quote(alter.column()) + " to "
					+ this.dialect.quote(alter.newName()));
		}
		return statements;
	}

	private List<String> index(IndexOperation operation) {
		if (operation instanceof CreateIndex create) {
			return List.of(this.indexes.create(create));
		}
		if (operation instanceof DropIndex drop) {
			return List.of(this.indexes.drop(drop));
		}
		throw new IllegalStateException("An index is renamed by a look at it");
	}

	// All rows were checked when it was added.
	private static List<String> constraint(ConstraintOperation operation) {
		if (operation instanceof ValidateConstraint) {
			return List.of();
		}
		throw new IllegalStateException("A constraint is changed by a look at its table");
	}

	private static List<String> type(EnumOperation operation) {
		if (operation instanceof AddEnumValue || operation instanceof RenameEnumValue) {
			throw Refusal.of("On SQLite the values of a type belong to the columns that have it.",
					"Give each column its new type, by op.alterColumn(…), and leave this out there.");
		}
		return List.of();
	}

	private List<String> object(ObjectOperation operation) {
		if (operation instanceof CreateObject create) {
			return List.of(create(create.object()));
		}
		if (operation instanceof ReplaceObject replace) {
			return List.of(drop(replace.object().reference(), true), create(replace.object()));
		}
		if (operation instanceof DropObject drop) {
			return List.of(drop(drop.object(), drop.ifExists()));
		}
		throw Refusal.of("SQLite has no materialized views.", "Leave it out there, for example by op.dialect().");
	}

	private String create(StoredObject object) {
		if (object instanceof View view) {
			Refusal.ifSaid(view.materialized(), "A materialized view");
			return "create view %s as %s".formatted(this.dialect.quote(view.name()), view.query());
		}
		if (object instanceof Trigger trigger) {
			return "create trigger %s %s on %s %s".formatted(
					this.dialect.quote(trigger.table().withName(trigger.name())), trigger.event(),
					this.dialect.quote(trigger.table().name()), trigger.action());
		}
		throw Refusal.of("SQLite has no functions or procedures of its own.",
				"Leave them out there, for example by op.dialect().");
	}

	private String drop(ObjectReference reference, boolean ifExists) {
		return switch (reference.kind()) {
			case VIEW, TRIGGER -> "drop %s %s%s".formatted(reference.kind().name().toLowerCase(Locale.ROOT),
					ifExists(ifExists), this.dialect.quote(reference.name()));
			default -> throw Refusal.of("SQLite has only views and triggers to drop.",
					"Leave other things out there, for example by op.dialect().");
		};
	}

	private String alter(TableName table) {
		return "alter table " + this.dialect.quote(table) + " ";
	}

	private static String ifExists(boolean ifExists) {
		return (ifExists) ? "if exists " : "";
	}

}
