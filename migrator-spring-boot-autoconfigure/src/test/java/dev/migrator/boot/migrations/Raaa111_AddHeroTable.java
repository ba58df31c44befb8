package dev.migrator.boot.migrations;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;

import static dev.migrator.schema.Types.varchar;

@Revision(id = "aaa111", message = "Add hero table")
public class Raaa111_AddHeroTable implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("hero", (t) -> t.column("name", varchar()).notNull());
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("hero");
	}

}
