package db.migrations;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;

/**
 * Heroes are looked up by name.
 */
@Revision(id = "92e418d99232", downRevision = "a79c37ef8ccc", message = "Add index on hero name",
		createdAt = "2026-01-22T09:30:00Z")
public class R92e418d99232_AddIndexOnHeroName implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createIndex(op.f("ix_hero_name"), "hero", "name");
	}

	@Override
	public void downgrade(Operations op) {
		op.dropIndex(op.f("ix_hero_name"), "hero");
	}

}
