package dev.migrator.boot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrator.operation.AddAttribute;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterAttribute;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CompositeOperation;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropAttribute;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameAttribute;
import dev.migrator.operation.RenameCompositeType;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameIndex;
import dev.migrator.operation.RenameSequence;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.ObjectReference;
import org.jspecify.annotations.Nullable;

/**
 * An operation on one line.
 *
 * @param words what it does and to what: {@code add column hero.age}
 */
record OperationLine(String words) {

	static OperationLine of(Operation operation) {
		String words = table(operation);
		words = (words != null) ? words : key(operation);
		words = (words != null) ? words : other(operation);
		return new OperationLine((words != null) ? words : name(operation));
	}

	private static @Nullable String table(Operation operation) {
		if (operation instanceof CreateTable create) {
			return "create table " + create.table().name();
		}
		if (operation instanceof DropTable drop) {
			return "drop table " + drop.table();
		}
		if (operation instanceof RenameTable rename) {
			return "rename table %s to %s".formatted(rename.table(), rename.newName());
		}
		if (operation instanceof SetTableComment comment) {
			return "change the comment of table " + comment.table();
		}
		if (operation instanceof AddColumn add) {
			return "add column %s.%s".formatted(add.table(), add.column().name());
		}
		if (operation instanceof DropColumn drop) {
			return "drop column %s.%s".formatted(drop.table(), drop.column());
		}
		return (operation instanceof AlterColumn alter) ? column(alter) : null;
	}

	private static String column(AlterColumn alter) {
		List<String> changes = new ArrayList<>();
		if (alter.newName() != null) {
			changes.add("name to " + alter.newName());
		}
		if (alter.type() != null) {
			changes.add("type");
		}
		if (alter.nullable() != null) {
			changes.add((alter.nullable()) ? "may be null" : "not null");
		}
		if (alter.defaultChange() != null) {
			changes.add("default");
		}
		if (alter.comment() != null) {
			changes.add("comment");
		}
		if (alter.identity() != null) {
			changes.add("identity");
		}
		if (alter.computed() != null) {
			changes.add("expression");
		}
		return "alter column %s.%s: %s".formatted(alter.table(), alter.column(), String.join(", ", changes));
	}

	private static @Nullable String key(Operation operation) {
		if (operation instanceof AddConstraint add) {
			return "add %s%s to %s".formatted(kind(ConstraintType.of(add.constraint())), named(add.constraint()),
					add.table());
		}
		if (operation instanceof DropConstraint drop) {
			return "drop %s %s of %s".formatted(kind(drop.type()), drop.name(), drop.table());
		}
		if (operation instanceof RenameConstraint rename) {
			return "rename constraint %s of %s to %s".formatted(rename.name(), rename.table(), rename.newName());
		}
		if (operation instanceof CreateIndex create) {
			return "create index%s on %s".formatted(named(create.index()), create.table());
		}
		if (operation instanceof DropIndex drop) {
			return "drop index %s of %s".formatted(drop.name(), drop.table());
		}
		if (operation instanceof RenameIndex rename) {
			return "rename index %s of %s to %s".formatted(rename.name(), rename.table(), rename.newName());
		}
		return null;
	}

	private static String kind(ConstraintType type) {
		return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static String named(Constraint constraint) {
		if (constraint.name() != null) {
			return " " + constraint.name();
		}
		if (constraint instanceof Constraint.ForeignKey key) {
			return " (%s)".formatted(String.join(", ", key.columns()));
		}
		return (constraint instanceof Constraint.Unique unique) ? " (%s)".formatted(String.join(", ", unique.columns()))
				: "";
	}

	private static String named(Index index) {
		return (index.name() != null) ? " " + index.name()
				: " (%s)".formatted(String.join(", ", index.columns().stream().map(Index.IndexColumn::text).toList()));
	}

	private static @Nullable String other(Operation operation) {
		if (operation instanceof CreateSequence create) {
			return "create sequence " + create.sequence().name();
		}
		if (operation instanceof AlterSequence alter) {
			return "alter sequence " + alter.sequence();
		}
		if (operation instanceof DropSequence drop) {
			return "drop sequence " + drop.sequence();
		}
		if (operation instanceof RenameSequence rename) {
			return "rename sequence %s to %s".formatted(rename.sequence(), rename.newName());
		}
		if (operation instanceof CreateEnum create) {
			return "create enum " + create.type();
		}
		if (operation instanceof AddEnumValue add) {
			return "add value %s to enum %s".formatted(add.value(), add.type());
		}
		if (operation instanceof DropEnum drop) {
			return "drop enum " + drop.type();
		}
		if (operation instanceof RenameEnum rename) {
			return "rename enum %s to %s".formatted(rename.type(), rename.newName());
		}
		return (operation instanceof CompositeOperation composite) ? composite(composite) : stored(operation);
	}

	private static @Nullable String composite(CompositeOperation operation) {
		if (operation instanceof CreateCompositeType) {
			return "create composite type " + operation.type();
		}
		if (operation instanceof DropCompositeType) {
			return "drop composite type " + operation.type();
		}
		if (operation instanceof RenameCompositeType rename) {
			return "rename composite type %s to %s".formatted(rename.type(), rename.newName());
		}
		if (operation instanceof AddAttribute add) {
			return "add attribute %s.%s".formatted(add.type(), add.attribute().name());
		}
		if (operation instanceof DropAttribute drop) {
			return "drop attribute %s.%s".formatted(drop.type(), drop.attribute());
		}
		if (operation instanceof AlterAttribute alter) {
			return "alter attribute %s.%s: type".formatted(alter.type(), alter.attribute());
		}
		return (operation instanceof RenameAttribute rename)
				? "rename attribute %s.%s to %s".formatted(rename.type(), rename.attribute(), rename.newName()) : null;
	}

	private static @Nullable String stored(Operation operation) {
		if (operation instanceof CreateSchema create) {
			return "create schema " + create.schema();
		}
		if (operation instanceof DropSchema drop) {
			return "drop schema " + drop.schema();
		}
		if (operation instanceof CreateObject create) {
			return "create " + words(create.object().reference());
		}
		if (operation instanceof ReplaceObject replace) {
			return "replace " + words(replace.object().reference());
		}
		if (operation instanceof DropObject drop) {
			return "drop " + words(drop.object());
		}
		return (operation instanceof ExecuteSql sql) ? sql.sql().strip().replaceAll("\\s+", " ") : null;
	}

	private static String words(ObjectReference object) {
		return object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + object.name();
	}

	// AlterSequence: alter sequence
	private static String name(Operation operation) {
		return operation.getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", " $1").toLowerCase(Locale.ROOT);
	}

	/**
	 * Return whether an operation takes away something that holds data.
	 * @param operation the operation
	 * @return whether it drops a table, a column or an attribute
	 */
	static boolean dropsData(Operation operation) {
		return operation instanceof DropTable || operation instanceof DropColumn || operation instanceof DropAttribute;
	}

	/**
	 * Return whether an operation only takes something away.
	 * @param operation the operation
	 * @return whether it drops something
	 */
	static boolean isDrop(Operation operation) {
		return dropsData(operation) || operation instanceof DropConstraint || operation instanceof DropIndex
				|| operation instanceof DropSequence || operation instanceof DropEnum
				|| operation instanceof DropCompositeType || operation instanceof DropObject;
	}

	@Override
	public String toString() {
		return this.words;
	}

}
