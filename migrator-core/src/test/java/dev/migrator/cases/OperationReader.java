package dev.migrator.cases;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AlterColumnSpec;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropSpec;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads operations: each object is a call of the directive that its key {@code op} names.
 */
final class OperationReader {

	private final String dialect;

	private final NamingConvention names;

	OperationReader(String dialect, NamingConvention names) {
		this.dialect = dialect;
		this.names = names;
	}

	List<Operation> read(List<JsonNode> calls) {
		return record((op) -> calls.forEach((call) -> {
			Fields fields = new Fields("The operation " + call, call);
			call(fields.string("op"), fields, op);
			fields.done();
			op.flush();
		}));
	}

	private List<Operation> record(Consumer<Operations> calls) {
		Recorder recorder = new Recorder(this.dialect, this.names);
		calls.accept(recorder.op());
		return recorder.operations();
	}

	/** Reads a table as {@code createTable} has it. */
	CreateTable table(String name, Fields fields) {
		CreateTable table = (CreateTable) record((op) -> op.createTable(name, (spec) -> SpecReader.table(spec, fields)))
			.get(0);
		fields.done();
		return table;
	}

	/** Reads a sequence as {@code createSequence} has it. */
	CreateSequence sequence(String name, Fields fields) {
		CreateSequence sequence = (CreateSequence) record((op) -> createSequence(name, fields, op)).get(0);
		fields.done();
		return sequence;
	}

	private void call(String directive, Fields fields, Operations op) {
		switch (directive) {
			case "createTable" -> createTable(fields, op);
			case "dropTable" -> dropTable(fields, op);
			case "renameTable" -> op.renameTable(fields.string("table"), fields.string("newName"));
			case "createTableComment" ->
				op.apply(new SetTableComment(table(fields), fields.string("comment"), fields.text("existing")));
			case "dropTableComment" -> op.apply(new SetTableComment(table(fields), null, fields.text("existing")));
			case "addColumn" -> addColumn(fields, op);
			case "dropColumn" -> dropColumn(fields, op);
			case "alterColumn" ->
				op.alterColumn(fields.string("table"), fields.string("column"), (spec) -> alterColumn(spec, fields));
			case "renameColumn" ->
				op.renameColumn(fields.string("table"), fields.string("column"), fields.string("newName"));
			case "createIndex" -> createIndex(fields, op);
			case "dropIndex" -> dropIndex(fields, op);
			case "renameIndex" ->
				op.renameIndex(fields.string("name"), fields.string("table"), fields.string("newName"));
			case "createPrimaryKey" -> op.createPrimaryKey(name(fields, op), fields.string("table"),
					(spec) -> SpecReader.primaryKey(spec, fields));
			case "createUniqueConstraint" -> op.createUniqueConstraint(name(fields, op), fields.string("table"),
					(spec) -> SpecReader.unique(spec, fields));
			case "createForeignKey" -> op.createForeignKey(name(fields, op), fields.string("table"),
					(spec) -> SpecReader.foreignKey(spec, fields));
			case "createCheckConstraint" -> op.createCheckConstraint(name(fields, op), fields.string("table"),
					fields.string("check"), (spec) -> SpecReader.check(spec, fields));
			case "createExcludeConstraint" -> op.createExcludeConstraint(name(fields, op), fields.string("table"),
					(spec) -> SpecReader.exclude(spec, fields));
			case "dropConstraint" -> dropConstraint(fields, op);
			case "renameConstraint" ->
				op.renameConstraint(fields.string("name"), fields.string("table"), fields.string("newName"));
			case "validateConstraint" -> op.validateConstraint(fields.string("name"), fields.string("table"));
			case "createSequence" -> createSequence(fields.string("sequence"), fields, op);
			case "alterSequence" -> op.alterSequence(fields.string("sequence"), (spec) -> {
				SpecReader.counting(spec, fields);
				Long restart = fields.number("restartWith");
				if (restart != null) {
					spec.restartWith(restart);
				}
				Fields existing = fields.object("existing");
				if (existing != null) {
					spec.existing((before) -> SpecReader.counting(before, existing));
					existing.done();
				}
			});
			case "renameSequence" -> op.renameSequence(fields.string("sequence"), fields.string("newName"));
			case "dropSequence" -> dropSequence(fields, op);
			case "createEnum" -> op.createEnum(fields.string("enum"), fields.strings("values"));
			case "addEnumValue" -> addEnumValue(fields, op);
			case "renameEnumValue" ->
				op.renameEnumValue(fields.string("enum"), fields.string("value"), fields.string("newValue"));
			case "renameEnum" -> op.renameEnum(fields.string("enum"), fields.string("newName"));
			case "dropEnum" -> dropEnum(fields, op);
			case "createSchema" -> createSchema(fields, op);
			case "dropSchema" -> op.dropSchema(fields.string("schema"), (spec) -> drop(spec, fields));
			default -> {
				if (!CompositeOperationReader.read(directive, fields, op)
						&& !ObjectOperationReader.read(directive, fields, op)
						&& !DataOperationReader.read(directive, fields, op)) {
					throw fields.error("is no directive that is known");
				}
			}
		}
	}

	private static TableName table(Fields fields) {
		return TableName.of(fields.string("table"));
	}

	private static @Nullable CharSequence name(Fields fields, Operations op) {
		String name = fields.text("name");
		return (fields.flag("final") && name != null) ? op.f(name) : name;
	}

	private static void drop(DropSpec spec, Fields fields) {
		if (fields.flag("ifExists")) {
			spec.ifExists();
		}
		if (fields.flag("cascade")) {
			spec.cascade();
		}
	}

	private static void createTable(Fields fields, Operations op) {
		if (fields.flag("ifNotExists")) {
			op.createTableIfNotExists(fields.string("table"), (spec) -> SpecReader.table(spec, fields));
		}
		else {
			op.createTable(fields.string("table"), (spec) -> SpecReader.table(spec, fields));
		}
	}

	private void dropTable(Fields fields, Operations op) {
		Fields dropped = fields.object("dropped");
		if (dropped == null) {
			op.dropTable(fields.string("table"), (spec) -> drop(spec, fields));
			return;
		}
		op.apply(new DropTable(table(fields), fields.flag("ifExists"), fields.flag("cascade"),
				table(fields.string("table"), dropped).table()));
	}

	private static void addColumn(Fields fields, Operations op) {
		Fields column = new Fields("The column of an operation", fields.required("column"));
		String name = column.string("name");
		if (fields.flag("ifNotExists")) {
			op.addColumnIfNotExists(fields.string("table"), name, TypeReader.read(column.required("type")),
					(spec) -> SpecReader.column(spec, column));
		}
		else {
			op.addColumn(fields.string("table"), name, TypeReader.read(column.required("type")),
					(spec) -> SpecReader.column(spec, column));
		}
		column.done();
	}

	private void dropColumn(Fields fields, Operations op) {
		Fields dropped = fields.object("dropped");
		if (dropped == null) {
			op.dropColumn(fields.string("table"), fields.string("column"), (spec) -> drop(spec, fields));
			return;
		}
		AddColumn before = (AddColumn) record((other) -> other.addColumn("t", fields.string("column"),
				TypeReader.read(dropped.required("type")), (spec) -> SpecReader.column(spec, dropped)))
			.get(0);
		dropped.done();
		op.apply(new DropColumn(table(fields), fields.string("column"), fields.flag("ifExists"), fields.flag("cascade"),
				before.column()));
	}

	private static void alterColumn(AlterColumnSpec spec, Fields fields) {
		String newName = fields.text("newName");
		if (newName != null) {
			spec.rename(newName);
		}
		JsonNode type = fields.node("type");
		if (type != null) {
			spec.type(TypeReader.read(type));
		}
		String using = fields.text("using");
		if (using != null) {
			spec.using(using);
		}
		if (fields.has("nullable")) {
			if (fields.flag("nullable")) {
				spec.nullable();
			}
			else {
				spec.notNull();
			}
		}
		alterDefault(spec, fields.node("default"));
		JsonNode comment = fields.node("comment");
		if (comment != null) {
			spec.comment((comment.isNull()) ? "" : comment.asString());
		}
		alterGeneration(spec, fields);
		Fields existing = fields.object("existing");
		if (existing != null) {
			spec.existing(TypeReader.read(existing.required("type")), (before) -> SpecReader.column(before, existing));
			existing.done();
		}
	}

	private static void alterDefault(AlterColumnSpec spec, @Nullable JsonNode value) {
		if (value == null) {
			return;
		}
		String sql = SpecReader.sql(value);
		if (value.isNull()) {
			spec.dropDefault();
		}
		else if (sql != null) {
			spec.defaultExpression(sql);
		}
		else {
			spec.defaultValue(ValueReader.required(value));
		}
	}

	private static void alterGeneration(AlterColumnSpec spec, Fields fields) {
		if (fields.flag("dropIdentity")) {
			spec.dropIdentity();
		}
		if (fields.has("identity")) {
			spec.addIdentity((identity) -> SpecReader.identity(identity, fields));
		}
		Fields change = fields.object("alterIdentity");
		if (change != null) {
			spec.alterIdentity((identity) -> {
				SpecReader.counting(identity, change);
				if (change.has("always")) {
					if (change.flag("always")) {
						identity.always();
					}
					else {
						identity.byDefault();
					}
				}
				Long restart = change.number("restartWith");
				if (restart != null) {
					identity.restartWith(restart);
				}
			});
			change.done();
		}
		if (fields.flag("dropComputed")) {
			spec.dropComputed();
		}
		String computed = fields.text("computed");
		if (computed != null) {
			spec.computed(computed);
		}
		String virtual = fields.text("computedVirtual");
		if (virtual != null) {
			spec.computedVirtual(virtual);
		}
	}

	private static void createIndex(Fields fields, Operations op) {
		op.createIndex(name(fields, op), fields.string("table"), (spec) -> {
			SpecReader.index(spec, fields);
			if (fields.flag("ifNotExists")) {
				spec.ifNotExists();
			}
			if (fields.flag("concurrently")) {
				spec.concurrently();
			}
		});
	}

	private void dropIndex(Fields fields, Operations op) {
		Fields dropped = fields.object("dropped");
		String name = fields.string("name");
		if (dropped == null) {
			op.dropIndex((fields.flag("final")) ? op.f(name) : name, fields.string("table"), (spec) -> {
				if (fields.flag("ifExists")) {
					spec.ifExists();
				}
				if (fields.flag("cascade")) {
					spec.cascade();
				}
				if (fields.flag("concurrently")) {
					spec.concurrently();
				}
			});
			return;
		}
		CreateIndex before = (CreateIndex) record(
				(other) -> other.createIndex(name, "t", (spec) -> SpecReader.index(spec, dropped)))
			.get(0);
		dropped.done();
		op.apply(new DropIndex(table(fields), name, fields.flag("ifExists"), fields.flag("concurrently"),
				fields.flag("cascade"), before.index()));
	}

	private void dropConstraint(Fields fields, Operations op) {
		String name = fields.string("name");
		ConstraintType type = fields.constant("type", ConstraintType.class);
		if (type == null) {
			throw fields.error("needs the key 'type'");
		}
		JsonNode dropped = fields.node("dropped");
		if (dropped == null) {
			op.dropConstraint((fields.flag("final")) ? op.f(name) : name, fields.string("table"), type,
					(spec) -> drop(spec, fields));
			return;
		}
		Fields before = new Fields("What is dropped", dropped);
		AddConstraint constraint = (AddConstraint) record((other) -> {
			switch (type) {
				case PRIMARY_KEY -> other.createPrimaryKey(name, "t", (spec) -> SpecReader.primaryKey(spec, before));
				case FOREIGN_KEY -> other.createForeignKey(name, "t", (spec) -> SpecReader.foreignKey(spec, before));
				case UNIQUE -> other.createUniqueConstraint(name, "t", (spec) -> SpecReader.unique(spec, before));
				case CHECK -> other.createCheckConstraint(name, "t", before.string("check"),
						(spec) -> SpecReader.check(spec, before));
				case EXCLUSION -> other.createExcludeConstraint(name, "t", (spec) -> SpecReader.exclude(spec, before));
			}
		}).get(0);
		before.done();
		op.apply(new DropConstraint(table(fields), name, type, fields.flag("ifExists"), fields.flag("cascade"),
				constraint.constraint()));
	}

	private static void createSequence(String name, Fields fields, Operations op) {
		op.createSequence(name, (spec) -> {
			SpecReader.counting(spec, fields);
			JsonNode type = fields.node("type");
			if (type != null) {
				spec.as(TypeReader.read(type));
			}
			Fields owner = fields.object("ownedBy");
			if (owner != null) {
				spec.ownedBy(owner.string("table"), owner.string("column"));
				owner.done();
			}
			if (fields.flag("ifNotExists")) {
				spec.ifNotExists();
			}
		});
	}

	private void dropSequence(Fields fields, Operations op) {
		Fields dropped = fields.object("dropped");
		String name = fields.string("sequence");
		if (dropped == null) {
			op.dropSequence(name, (spec) -> drop(spec, fields));
			return;
		}
		op.apply(new DropSequence(TableName.of(name), fields.flag("ifExists"), fields.flag("cascade"),
				sequence(name, dropped).sequence()));
	}

	private static void addEnumValue(Fields fields, Operations op) {
		String type = fields.string("enum");
		String value = fields.string("value");
		String next = fields.text("before");
		String previous = fields.text("after");
		if (next != null) {
			op.addEnumValueBefore(type, value, next);
		}
		else if (previous != null) {
			op.addEnumValueAfter(type, value, previous);
		}
		else if (fields.flag("ifNotExists")) {
			op.addEnumValueIfNotExists(type, value);
		}
		else {
			op.addEnumValue(type, value);
		}
	}

	private static void dropEnum(Fields fields, Operations op) {
		op.apply(new DropEnum(TableName.of(fields.string("enum")), fields.flag("ifExists"), fields.flag("cascade"),
				List.of(fields.strings("dropped"))));
	}

	private static void createSchema(Fields fields, Operations op) {
		if (fields.flag("ifNotExists")) {
			op.createSchemaIfNotExists(fields.string("schema"));
		}
		else {
			op.createSchema(fields.string("schema"));
		}
	}

}
