package dev.migrator.script.body;

import java.util.List;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropColumn;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;

/**
 * The example of docs/writing-revisions.md.
 */
final class GuideExample {

	private GuideExample() {
	}

	static RevisionSteps steps() {
		TableName hero = TableName.of("hero");
		Table team = new Table(TableName.of("team"),
				List.of(new Column("id", Types.bigint(), false, null, true, null),
						new Column("name", Types.varchar(100)).withNullable(false)),
				List.of(new Constraint.PrimaryKey("pk_team", List.of("id")),
						new Constraint.ForeignKey("fk_team_leader_id_hero", List.of("leader_id"), hero, List.of("id"),
								ReferentialAction.SET_NULL, null)),
				List.of(), null);
		List<Column> columns = List.of(team.columns().get(0), team.columns().get(1),
				new Column("leader_id", Types.bigint()));
		return new RevisionSteps(List.of(
				RevisionStep
					.of(new CreateTable(new Table(team.name(), columns, team.constraints(), List.of(), null), false)),
				RevisionStep.of(new CreateIndex(team.name(),
						new Index("ix_team_name", List.of(new IndexColumn("name", false, false)), true, null), false,
						false)),
				new RevisionStep(new AddColumn(hero, new Column("team_id", Types.bigint()).withNullable(false), false),
						List.of(), "Say which team the heroes are in that are there already."),
				new RevisionStep(new DropColumn(hero, "age", false), List.of("The values of hero.age are lost."),
						null)),
				List.of());
	}

}
