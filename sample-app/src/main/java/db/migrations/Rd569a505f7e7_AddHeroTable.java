package db.migrations;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;

import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.varchar;

/**
 * Heroes, as the application began.
 */
@Revision(id = "d569a505f7e7", message = "Add hero table", createdAt = "2026-01-15T10:00:00Z")
public class Rd569a505f7e7_AddHeroTable implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("hero", (t) -> {
			t.column("id", integer()).identity();
			t.column("name", varchar(255)).notNull();
			t.column("secret_name", varchar(255)).notNull();
			t.column("age", integer());
			t.primaryKey("id");
		});
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("hero");
	}

}
