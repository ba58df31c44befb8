package dev.migrator.script.heroes;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.table;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.varchar;

@Revision(id = "111aaa", message = "Add hero", createdAt = "2026-01-15T10:00:00Z")
public class R111aaa_AddHero implements Migration {

	static {
		Loaded.NAMES.add("111aaa");
	}

	@Override
	public void upgrade(Operations op) {
		op.createTable("hero", (t) -> {
			t.column("id", integer()).notNull();
			t.column("name", varchar()).notNull();
			t.column("power", integer());
			t.primaryKey("id");
		});
		op.insert(table("hero")).set("id", 1).set("name", "Deadpond");
		op.update(table("hero")).set("power", 0).where(column("power").isNull());
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("hero");
	}

}
