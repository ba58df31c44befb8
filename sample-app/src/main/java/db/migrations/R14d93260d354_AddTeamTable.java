package db.migrations;

import java.util.List;

import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;

import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.varchar;

/**
 * Teams, and the team of a hero.
 */
@Revision(id = "14d93260d354", downRevision = "92e418d99232", message = "Add team table and the team of a hero",
		createdAt = "2026-02-03T14:15:00Z")
public class R14d93260d354_AddTeamTable implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("team", (t) -> {
			t.column("id", integer()).identity();
			t.column("name", varchar(255)).notNull();
			t.column("headquarters", varchar(255)).notNull();
			t.primaryKey("id");
		});
		op.addColumn("hero", "team_id", integer());
		op.createForeignKey(op.f("fk_hero_team_id_team"), "hero", "team", List.of("team_id"), List.of("id"));
	}

	@Override
	public void downgrade(Operations op) {
		op.dropConstraint(op.f("fk_hero_team_id_team"), "hero", ConstraintType.FOREIGN_KEY);
		op.dropColumn("hero", "team_id");
		op.dropTable("team");
	}

}
