package dev.migrator.cases;

import dev.migrator.operation.AddAttribute;
import dev.migrator.operation.AlterAttribute;
import dev.migrator.operation.DropAttribute;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.Operations;
import dev.migrator.operation.RenameAttribute;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what is done to types of several attributes.
 */
final class CompositeOperationReader {

	private CompositeOperationReader() {
	}

	/**
	 * Read an operation.
	 * @param directive what it does
	 * @param fields its keys
	 * @param op where it goes
	 * @return whether it is one of these
	 */
	static boolean read(String directive, Fields fields, Operations op) {
		switch (directive) {
			case "createCompositeType" -> op.createCompositeType(fields.string("type"), (spec) -> {
				for (JsonNode attribute : fields.required("attributes")) {
					Attribute part = attribute(attribute);
					spec.attribute(part.name(), part.type());
				}
			});
			case "renameCompositeType" -> op.renameCompositeType(fields.string("type"), fields.string("newName"));
			case "dropCompositeType" -> op.apply(new DropCompositeType(name(fields), fields.flag("ifExists"),
					fields.flag("cascade"), dropped(fields)));
			case "addAttribute" -> op
				.apply(new AddAttribute(name(fields), attribute(fields.required("attribute")), fields.flag("cascade")));
			case "alterAttribute" -> op.apply(new AlterAttribute(name(fields), fields.string("attribute"),
					TypeReader.read(fields.required("newType")), fields.flag("cascade"), type(fields, "existing")));
			case "renameAttribute" -> op.apply(new RenameAttribute(name(fields), fields.string("attribute"),
					fields.string("newName"), fields.flag("cascade")));
			case "dropAttribute" -> op.apply(new DropAttribute(name(fields), fields.string("attribute"),
					fields.flag("ifExists"), fields.flag("cascade"), type(fields, "dropped")));
			default -> {
				return false;
			}
		}
		return true;
	}

	private static TableName name(Fields fields) {
		return TableName.of(fields.string("type"));
	}

	private static @Nullable CompositeType dropped(Fields fields) {
		JsonNode attributes = fields.node("dropped");
		return (attributes != null) ? type(name(fields), attributes) : null;
	}

	private static @Nullable ColumnType type(Fields fields, String key) {
		JsonNode type = fields.node(key);
		return (type != null) ? TypeReader.read(type) : null;
	}

	/** Reads a type whose attributes stand in an array. */
	static CompositeType type(TableName name, JsonNode attributes) {
		return new CompositeType(name, attributes.valueStream().map(CompositeOperationReader::attribute).toList());
	}

	private static Attribute attribute(JsonNode json) {
		Fields fields = new Fields("The attribute " + json, json);
		Attribute attribute = new Attribute(fields.string("name"), TypeReader.read(fields.required("type")));
		fields.done();
		return attribute;
	}

}
