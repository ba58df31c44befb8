package dev.migrator.autogenerate.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.operation.AddAttribute;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterAttribute;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CompositeOperation;
import dev.migrator.operation.ComputedChange;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DropAttribute;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.IdentityChange;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameAttribute;
import dev.migrator.operation.RenameCompositeType;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameIndex;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations in one line each, as cases expect them.
 */
final class OperationText {

	private OperationText() {
	}

	static String of(Operation operation) {
		if (operation instanceof CreateTable create) {
			return "create table " + create.table().name() + " " + content(create.table());
		}
		if (operation instanceof DropTable drop) {
			return "drop table " + drop.table();
		}
		if (operation instanceof RenameTable rename) {
			return "rename table " + rename.table() + " to " + rename.newName();
		}
		if (operation instanceof SetTableComment comment) {
			return "comment " + comment.table() + ": " + comment.comment();
		}
		if (operation instanceof AddColumn add) {
			return "add column " + add.table() + "." + column(add.column());
		}
		if (operation instanceof DropColumn drop) {
			return "drop column " + drop.table() + "." + drop.column();
		}
		if (operation instanceof AlterColumn alter) {
			return alter(alter);
		}
		if (operation instanceof AddConstraint add) {
			return "add " + constraint(add.constraint(), add.table());
		}
		if (operation instanceof DropConstraint drop) {
			return "drop " + word(drop.type()) + " " + drop.table() + "." + drop.name();
		}
		if (operation instanceof RenameConstraint rename) {
			return "rename constraint " + rename.table() + "." + rename.name() + " to " + rename.newName();
		}
		if (operation instanceof CreateIndex create) {
			return "create " + index(create.index(), create.table());
		}
		if (operation instanceof DropIndex drop) {
			return "drop index " + drop.table() + "." + drop.name();
		}
		if (operation instanceof RenameIndex rename) {
			return "rename index " + rename.table() + "." + rename.name() + " to " + rename.newName();
		}
		return other(operation);
	}

	private static String other(Operation operation) {
		if (operation instanceof CreateSchema create) {
			return "create schema " + create.schema();
		}
		if (operation instanceof DropSchema drop) {
			return "drop schema " + drop.schema();
		}
		if (operation instanceof CreateSequence create) {
			return "create sequence " + create.sequence().name() + options(create.sequence().options());
		}
		if (operation instanceof AlterSequence alter) {
			return "alter sequence " + alter.sequence() + options(alter.options());
		}
		if (operation instanceof DropSequence drop) {
			return "drop sequence " + drop.sequence();
		}
		if (operation instanceof CreateEnum create) {
			return "create enum " + create.type() + TypeText.list(create.values());
		}
		if (operation instanceof AddEnumValue add) {
			return "add enum value " + add.type() + "." + add.value()
					+ ((add.before() != null) ? " before " + add.before() : "")
					+ ((add.after() != null) ? " after " + add.after() : "");
		}
		if (operation instanceof RenameEnum rename) {
			return "rename enum " + rename.type() + " to " + rename.newName();
		}
		if (operation instanceof DropEnum drop) {
			return "drop enum " + drop.type();
		}
		if (operation instanceof CompositeOperation composite) {
			return composite(composite);
		}
		if (operation instanceof CreateObject create) {
			return "create " + word(create.object().reference().kind()) + " " + create.object().reference().name();
		}
		if (operation instanceof ReplaceObject replace) {
			return "replace " + word(replace.object().reference().kind()) + " " + replace.object().reference().name();
		}
		if (operation instanceof DropObject drop) {
			return "drop " + word(drop.object().kind()) + " " + drop.object().name();
		}
		throw new IllegalArgumentException("No case has a word for " + operation);
	}

	private static String composite(CompositeOperation operation) {
		if (operation instanceof CreateCompositeType create) {
			return "create composite " + create.type()
					+ create.composite()
						.attributes()
						.stream()
						.map((attribute) -> attribute.name() + " " + TypeText.write(attribute.type()))
						.collect(Collectors.joining("; ", " (", ")"));
		}
		if (operation instanceof AddAttribute add) {
			return "add attribute " + add.type() + "." + add.attribute().name() + " "
					+ TypeText.write(add.attribute().type());
		}
		if (operation instanceof AlterAttribute alter) {
			return "alter attribute " + alter.type() + "." + alter.attribute() + ": type "
					+ TypeText.write(alter.newType());
		}
		if (operation instanceof RenameAttribute rename) {
			return "rename attribute " + rename.type() + "." + rename.attribute() + " to " + rename.newName();
		}
		if (operation instanceof DropAttribute drop) {
			return "drop attribute " + drop.type() + "." + drop.attribute();
		}
		return (operation instanceof RenameCompositeType rename)
				? "rename composite " + rename.type() + " to " + rename.newName()
				: "drop composite " + operation.type();
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static String content(Table table) {
		List<String> parts = new ArrayList<>();
		table.columns().forEach((column) -> parts.add(column(column)));
		table.constraints().forEach((constraint) -> parts.add(constraint(constraint, null)));
		table.indexes().forEach((index) -> parts.add(index(index, null)));
		return parts.stream().collect(Collectors.joining("; ", "(", ")"))
				+ ((table.comment() != null) ? " comment " + table.comment() : "");
	}

	private static String column(Column column) {
		return column.name() + " " + TypeText.write(column.type()) + ((column.nullable()) ? "" : " not null")
				+ ((column.defaultValue() != null) ? " default " + value(column.defaultValue()) : "")
				+ ((column.identity() != null) ? " identity" + ((column.identity().always()) ? " always" : "")
						+ options(column.identity().options()) : "")
				+ ((column.computed() != null) ? " computed " + column.computed().expression() : "")
				+ ((column.comment() != null) ? " comment " + column.comment() : "");
	}

	private static String value(ColumnDefault value) {
		if (value instanceof ColumnDefault.Value literal) {
			return (literal.value() instanceof String text) ? "'" + text + "'" : literal.value().toString();
		}
		return ((ColumnDefault.Expression) value).sql();
	}

	private static String alter(AlterColumn alter) {
		List<String> changes = new ArrayList<>();
		if (alter.newName() != null) {
			changes.add("rename to " + alter.newName());
		}
		if (alter.type() != null) {
			changes.add("type " + TypeText.write(alter.type())
					+ ((alter.using() != null) ? " using " + alter.using() : ""));
		}
		if (alter.nullable() != null) {
			changes.add((alter.nullable()) ? "null" : "not null");
		}
		if (alter.defaultChange() != null) {
			changes.add((alter.defaultChange() instanceof DefaultChange.Set set) ? "default " + value(set.newDefault())
					: "no default");
		}
		if (alter.identity() instanceof IdentityChange.Add add) {
			changes.add("identity" + ((add.identity().always()) ? " always" : "") + options(add.identity().options()));
		}
		if (alter.identity() instanceof IdentityChange.Alter change) {
			changes
				.add("alter identity" + ((change.always() == null) ? "" : (change.always()) ? " always" : " by default")
						+ options(change.options()));
		}
		if (alter.identity() instanceof IdentityChange.Drop) {
			changes.add("no identity");
		}
		if (alter.computed() != null) {
			changes.add((alter.computed() instanceof ComputedChange.Set set) ? "computed " + set.computed().expression()
					: "not computed");
		}
		if (alter.comment() != null) {
			changes.add("comment " + alter.comment());
		}
		return "alter column " + alter.table() + "." + alter.column() + ": " + String.join("; ", changes).strip();
	}

	private static String options(SequenceOptions options) {
		StringBuilder text = new StringBuilder();
		text.append((options.start() != null) ? " start " + options.start() : "");
		text.append((options.increment() != null) ? " increment " + options.increment() : "");
		text.append((options.noMinValue()) ? " no min" : "");
		text.append((options.minValue() != null) ? " min " + options.minValue() : "");
		text.append((options.noMaxValue()) ? " no max" : "");
		text.append((options.maxValue() != null) ? " max " + options.maxValue() : "");
		text.append((options.cache() != null) ? " cache " + options.cache() : "");
		text.append((options.cycle() == null) ? "" : (options.cycle()) ? " cycle" : " no cycle");
		return text.toString();
	}

	private static String constraint(Constraint constraint, @Nullable TableName table) {
		String start = word(ConstraintType.of(constraint)) + ((table != null) ? " " + table + "." : " ")
				+ ((constraint.name() != null) ? constraint.name() : "");
		String name = start.stripTrailing() + " ";
		if (constraint instanceof Constraint.PrimaryKey key) {
			return name + TypeText.list(key.columns());
		}
		if (constraint instanceof Constraint.Unique key) {
			return name + TypeText.list(key.columns()) + ((key.nullsNotDistinct()) ? " nulls not distinct" : "")
					+ deferral(key.deferral());
		}
		if (constraint instanceof Constraint.ForeignKey key) {
			return name + TypeText.list(key.columns()) + " references " + key.referencedTable()
					+ TypeText.list(key.referencedColumns())
					+ ((key.onDelete() != null) ? " on delete " + word(key.onDelete()) : "")
					+ ((key.onUpdate() != null) ? " on update " + word(key.onUpdate()) : "") + deferral(key.deferral())
					+ ((key.notEnforced()) ? " not enforced" : "");
		}
		return (constraint instanceof Constraint.Check check) ? name + "(" + check.condition() + ")"
				: name + constraint;
	}

	private static String deferral(@Nullable Enum<?> deferral) {
		return (deferral != null) ? " deferrable " + word(deferral) : "";
	}

	private static String index(Index index, @Nullable TableName table) {
		String columns = index.columns().stream().map(OperationText::part).collect(Collectors.joining(", ", "(", ")"));
		return ((index.unique()) ? "unique index " : "index ") + ((table != null) ? table + "." : "")
				+ ((index.name() != null) ? index.name() + " " : "") + columns
				+ ((index.method() != null) ? " using " + index.method() : "")
				+ ((index.include().isEmpty()) ? "" : " include " + TypeText.list(index.include()))
				+ ((index.nullsNotDistinct()) ? " nulls not distinct" : "")
				+ index.with()
					.stream()
					.map((parameter) -> " with " + parameter.name() + " " + parameter.value())
					.collect(Collectors.joining())
				+ ((index.tablespace() != null) ? " tablespace " + index.tablespace() : "")
				+ ((index.where() != null) ? " where " + index.where() : "");
	}

	private static String part(IndexColumn column) {
		return column.text() + ((column.prefix() != null) ? "(" + column.prefix() + ")" : "")
				+ ((column.collation() != null) ? " collate " + column.collation() : "")
				+ ((column.operatorClass() != null) ? " " + column.operatorClass() : "")
				+ ((column.descending()) ? " desc" : "")
				+ ((column.nullsOrder() != null) ? " nulls " + word(column.nullsOrder()) : "");
	}

}
