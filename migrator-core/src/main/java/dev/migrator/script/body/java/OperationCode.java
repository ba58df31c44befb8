package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.ColumnOperation;
import dev.migrator.operation.CompositeOperation;
import dev.migrator.operation.ConstraintOperation;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.DataOperation;
import dev.migrator.operation.DeleteRows;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.EnumOperation;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.IndexOperation;
import dev.migrator.operation.InsertRows;
import dev.migrator.operation.ObjectOperation;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RefreshView;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RenameIndex;
import dev.migrator.operation.RenameSequence;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.operation.SchemaOperation;
import dev.migrator.operation.SequenceOperation;
import dev.migrator.operation.SetTableComment;
import dev.migrator.operation.TableOperation;
import dev.migrator.operation.UpdateRows;
import dev.migrator.operation.ValidateConstraint;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableOption;
import dev.migrator.script.body.code.Code;
import dev.migrator.script.body.code.Code.Call;
import org.jspecify.annotations.Nullable;

/**
 * Writes an operation as the call of {@code op} that makes it.
 */
final class OperationCode {

	/** A record whose source is longer gets a variable of its own. */
	private static final int LONGEST = 80;

	private final JavaScope scope;

	private final JavaValues values;

	private final ColumnCode columns;

	private final ConstraintCode constraints;

	private final CountingCode counting;

	private final CompositeCode composites;

	private final ObjectCode objects;

	private final DataCode data;

	OperationCode(JavaScope scope, List<TypeRenderer> renderers) {
		JavaTypes types = new JavaTypes(scope, renderers);
		this.scope = scope;
		this.values = new JavaValues(scope, types);
		this.constraints = new ConstraintCode(scope);
		this.columns = new ColumnCode(types, this.values, this.constraints);
		this.counting = new CountingCode(types);
		this.composites = new CompositeCode(types);
		this.objects = new ObjectCode(scope, this.values);
		this.data = new DataCode(scope, this.values);
	}

	/** Write an operation, or {@code null} for an insert of no rows. */
	@Nullable Code of(Operation operation) {
		if (operation instanceof TableOperation table) {
			return table(table);
		}
		if (operation instanceof ColumnOperation column) {
			return column(column);
		}
		if (operation instanceof IndexOperation index) {
			return index(index);
		}
		if (operation instanceof ConstraintOperation constraint) {
			return constraint(constraint);
		}
		if (operation instanceof SequenceOperation sequence) {
			return sequence(sequence);
		}
		if (operation instanceof EnumOperation values) {
			return enumeration(values);
		}
		if (operation instanceof CompositeOperation type) {
			return this.composites.of(type);
		}
		if (operation instanceof SchemaOperation schema) {
			return schema(schema);
		}
		if (operation instanceof ObjectOperation object) {
			return object(object);
		}
		if (operation instanceof DataOperation rows) {
			return data(rows);
		}
		if (operation instanceof CustomOperation) {
			return apply((Record) operation);
		}
		return this.data.execute((ExecuteSql) operation);
	}

	private Code apply(Record operation) {
		Code source = this.values.record(operation);
		boolean isShort = String.valueOf(source.flat()).length() <= LONGEST;
		return Code.chain("op", "apply", (isShort) ? source
				: Code.atom(this.scope.variable(operation.getClass(), operation, "operation", source)));
	}

	private Code table(TableOperation operation) {
		if (operation instanceof CreateTable create) {
			return createTable(create);
		}
		if (operation instanceof DropTable drop) {
			List<Code> table = List.of(Code.text(drop.table().text()));
			return (drop.ifExists() && !drop.cascade()) ? Lambdas.op("dropTableIfExists", table, "drop", List.of())
					: drop("dropTable", table, drop.ifExists(), drop.cascade());
		}
		if (operation instanceof RenameTable rename) {
			return Code.chain("op", "renameTable", Code.text(rename.table().text()), Code.text(rename.newName()));
		}
		SetTableComment comment = (SetTableComment) operation;
		Code table = Code.text(comment.table().text());
		return (comment.comment() != null) ? Code.chain("op", "createTableComment", table, Code.text(comment.comment()))
				: Code.chain("op", "dropTableComment", table);
	}

	private Code createTable(CreateTable operation) {
		Table table = operation.table();
		List<Code> content = new ArrayList<>();
		table.columns().forEach((column) -> content.add(this.columns.inTable(column)));
		table.constraints().forEach((constraint) -> content.add(this.constraints.inTable(constraint)));
		table.indexes().forEach((index) -> content.add(IndexCode.inTable(index)));
		for (TableOption option : table.options()) {
			content.add(Code.chain("t", "option", Code.text(option.dialect()), Code.text(option.name()),
					Code.text(option.value())));
		}
		if (table.comment() != null) {
			content.add(Code.chain("t", "comment", Code.text(table.comment())));
		}
		return Code.chain("op", (operation.ifNotExists()) ? "createTableIfNotExists" : "createTable",
				Code.text(table.name().text()), new Code.Block("t", content));
	}

	private Code column(ColumnOperation operation) {
		if (operation instanceof AddColumn add) {
			return this.columns.add(add);
		}
		if (operation instanceof DropColumn drop) {
			return drop("dropColumn", List.of(Code.text(drop.table().text()), Code.text(drop.column())),
					drop.ifExists(), drop.cascade());
		}
		return this.columns.alter((AlterColumn) operation);
	}

	private static Code index(IndexOperation operation) {
		if (operation instanceof CreateIndex create) {
			return IndexCode.create(create);
		}
		if (operation instanceof DropIndex drop) {
			return IndexCode.drop(drop);
		}
		RenameIndex rename = (RenameIndex) operation;
		return Code.chain("op", "renameIndex", Code.text(rename.name()), Code.text(rename.table().text()),
				Code.text(rename.newName()));
	}

	private Code constraint(ConstraintOperation operation) {
		if (operation instanceof AddConstraint add) {
			return this.constraints.add(add);
		}
		if (operation instanceof DropConstraint drop) {
			return drop("dropConstraint", List.of(ConstraintCode.name(drop.name()), Code.text(drop.table().text()),
					this.scope.constant(drop.type())), drop.ifExists(), drop.cascade());
		}
		if (operation instanceof RenameConstraint rename) {
			return Code.chain("op", "renameConstraint", Code.text(rename.name()), Code.text(rename.table().text()),
					Code.text(rename.newName()));
		}
		ValidateConstraint validate = (ValidateConstraint) operation;
		return Code.chain("op", "validateConstraint", Code.text(validate.name()), Code.text(validate.table().text()));
	}

	private Code sequence(SequenceOperation operation) {
		if (operation instanceof CreateSequence create) {
			return this.counting.create(create);
		}
		if (operation instanceof AlterSequence alter) {
			return CountingCode.alter(alter);
		}
		if (operation instanceof DropSequence drop) {
			return drop("dropSequence", List.of(Code.text(drop.sequence().text())), drop.ifExists(), drop.cascade());
		}
		RenameSequence rename = (RenameSequence) operation;
		return Code.chain("op", "renameSequence", Code.text(rename.sequence().text()), Code.text(rename.newName()));
	}

	private Code enumeration(EnumOperation operation) {
		if (operation instanceof CreateEnum create) {
			List<Code> arguments = new ArrayList<>(List.of(Code.text(create.type().text())));
			arguments.addAll(List.of(Code.texts(create.values())));
			return Lambdas.op("createEnum", arguments, "", List.of());
		}
		if (operation instanceof AddEnumValue add) {
			return addEnumValue(add);
		}
		if (operation instanceof RenameEnumValue rename) {
			return Code.chain("op", "renameEnumValue", Code.text(rename.type().text()), Code.text(rename.value()),
					Code.text(rename.newValue()));
		}
		if (operation instanceof RenameEnum rename) {
			return Code.chain("op", "renameEnum", Code.text(rename.type().text()), Code.text(rename.newName()));
		}
		DropEnum drop = (DropEnum) operation;
		return drop("dropEnum", List.of(Code.text(drop.type().text())), drop.ifExists(), drop.cascade());
	}

	private Code addEnumValue(AddEnumValue operation) {
		Code type = Code.text(operation.type().text());
		Code value = Code.text(operation.value());
		String other = (operation.before() != null) ? operation.before() : operation.after();
		if (other == null) {
			return Code.chain("op", (operation.ifNotExists()) ? "addEnumValueIfNotExists" : "addEnumValue", type,
					value);
		}
		if (operation.ifNotExists()) {
			return apply(operation);
		}
		return Code.chain("op", (operation.before() != null) ? "addEnumValueBefore" : "addEnumValueAfter", type, value,
				Code.text(other));
	}

	private static Code schema(SchemaOperation operation) {
		if (operation instanceof CreateSchema create) {
			return Code.chain("op", (create.ifNotExists()) ? "createSchemaIfNotExists" : "createSchema",
					Code.text(create.schema()));
		}
		DropSchema drop = (DropSchema) operation;
		return drop("dropSchema", List.of(Code.text(drop.schema())), drop.ifExists(), drop.cascade());
	}

	private Code object(ObjectOperation operation) {
		if (operation instanceof CreateObject create) {
			return ObjectCode.create(create);
		}
		if (operation instanceof ReplaceObject replace) {
			return this.objects.replace(replace);
		}
		return (operation instanceof DropObject drop) ? ObjectCode.drop(drop)
				: ObjectCode.refresh((RefreshView) operation);
	}

	private @Nullable Code data(DataOperation operation) {
		if (operation instanceof InsertRows insert) {
			return (insert.rows().isEmpty()) ? null : this.data.insert(insert);
		}
		return (operation instanceof UpdateRows update) ? this.data.update(update)
				: this.data.delete((DeleteRows) operation);
	}

	private static Code drop(String method, List<Code> target, boolean ifExists, boolean cascade) {
		return Lambdas.op(method, target, "drop", dropOptions(ifExists, cascade));
	}

	/** Write how something is dropped. */
	static List<Call> dropOptions(boolean ifExists, boolean cascade) {
		List<Call> options = new ArrayList<>();
		if (ifExists) {
			options.add(Code.call("ifExists"));
		}
		if (cascade) {
			options.add(Code.call("cascade"));
		}
		return options;
	}

}
