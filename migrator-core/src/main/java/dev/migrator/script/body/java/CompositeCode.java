package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.AddAttribute;
import dev.migrator.operation.AlterAttribute;
import dev.migrator.operation.CompositeOperation;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.DropAttribute;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.RenameAttribute;
import dev.migrator.operation.RenameCompositeType;
import dev.migrator.schema.ColumnType;
import dev.migrator.script.body.code.Code;
import dev.migrator.script.body.code.Code.Call;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is done to types of several attributes.
 *
 * @param types writes the types of attributes
 */
record CompositeCode(JavaTypes types) {

	Code of(CompositeOperation operation) {
		Code type = Code.text(operation.type().text());
		if (operation instanceof CreateCompositeType create) {
			List<Code> content = new ArrayList<>();
			create.composite()
				.attributes()
				.forEach((attribute) -> content
					.add(Code.chain("t", "attribute", Code.text(attribute.name()), this.types.of(attribute.type()))));
			return Code.chain("op", "createCompositeType", type, new Code.Block("t", content));
		}
		if (operation instanceof AddAttribute add) {
			return Lambdas.op("addAttribute",
					List.of(type, Code.text(add.attribute().name()), this.types.of(add.attribute().type())), "a",
					options(add.cascade(), null));
		}
		if (operation instanceof AlterAttribute alter) {
			return Lambdas.op("alterAttribute",
					List.of(type, Code.text(alter.attribute()), this.types.of(alter.newType())), "a",
					options(alter.cascade(), alter.existing()));
		}
		if (operation instanceof RenameAttribute rename) {
			return Lambdas.op("renameAttribute",
					List.of(type, Code.text(rename.attribute()), Code.text(rename.newName())), "a",
					options(rename.cascade(), null));
		}
		if (operation instanceof DropAttribute drop) {
			return Lambdas.op("dropAttribute", List.of(type, Code.text(drop.attribute())), "drop",
					OperationCode.dropOptions(drop.ifExists(), drop.cascade()));
		}
		if (operation instanceof RenameCompositeType rename) {
			return Code.chain("op", "renameCompositeType", type, Code.text(rename.newName()));
		}
		DropCompositeType drop = (DropCompositeType) operation;
		return Lambdas.op("dropCompositeType", List.of(type), "drop",
				OperationCode.dropOptions(drop.ifExists(), drop.cascade()));
	}

	private List<Call> options(boolean cascade, @Nullable ColumnType existing) {
		List<Call> options = new ArrayList<>();
		if (cascade) {
			options.add(Code.call("cascade"));
		}
		if (existing != null) {
			options.add(Code.call("existing", this.types.of(existing)));
		}
		return options;
	}

}
