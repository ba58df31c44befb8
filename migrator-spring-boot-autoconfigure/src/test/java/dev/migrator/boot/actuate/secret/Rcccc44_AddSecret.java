package dev.migrator.boot.actuate.secret;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;

import static dev.migrator.operation.Sql.table;

@Revision(id = "cccc44", message = "Add a secret")
public class Rcccc44_AddSecret implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.insert(table("secret")).set("word", "geheim");
	}

	@Override
	public void downgrade(Operations op) {
	}

}
