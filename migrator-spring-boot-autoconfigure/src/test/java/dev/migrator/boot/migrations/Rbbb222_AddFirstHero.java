package dev.migrator.boot.migrations;

import java.util.function.Supplier;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;

import static dev.migrator.operation.Sql.table;

@Revision(id = "bbb222", downRevision = "aaa111", message = "Add the first hero")
public class Rbbb222_AddFirstHero implements Migration {

	private final Supplier<String> names;

	Rbbb222_AddFirstHero(Supplier<String> names) {
		this.names = names;
	}

	@Override
	public void upgrade(Operations op) {
		op.insert(table("hero")).set("name", this.names.get());
	}

}
