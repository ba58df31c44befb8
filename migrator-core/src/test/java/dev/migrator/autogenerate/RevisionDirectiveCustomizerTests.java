package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Operations in the place of others.
 */
class RevisionDirectiveCustomizerTests {

	private static final Operation CREATE = new CreateTable(table("hero"), false);

	private static final Operation DROP = new DropTable(TableName.of("team"), false, false, table("team"));

	private static final Changes CHANGES = new Changes(List.of(CREATE, DROP), List.of(CREATE), List.of(),
			List.of(new Remark(Remark.Kind.DATA_LOSS, "team", "The table goes.", DROP),
					new Remark(Remark.Kind.UNMANAGED, "x", "It stays.", null)));

	private static Table table(String name) {
		return new Table(TableName.of(name), List.of(), List.of(), List.of(), null);
	}

	@Test
	void operationsOfATypeAreRewrittenInBothDirections() {
		Changes changes = RevisionDirectiveCustomizer
			.rewrites(CreateTable.class, (create) -> List.of(new CreateTable(create.table(), true), ExecuteSql.of("x")))
			.customize(CHANGES);
		Operation created = new CreateTable(table("hero"), true);
		assertThat(changes.upgrade()).containsExactly(created, ExecuteSql.of("x"), DROP);
		assertThat(changes.downgrade()).containsExactly(created, ExecuteSql.of("x"));
		assertThat(changes.remarks()).isEqualTo(CHANGES.remarks());
	}

	@Test
	void remarksGoWithTheirOperation() {
		Changes kept = RevisionDirectiveCustomizer
			.rewrites(DropTable.class, (drop) -> List.of(ExecuteSql.of("alter table team rename to team_old")))
			.customize(CHANGES);
		assertThat(kept.upgrade()).containsExactly(CREATE, ExecuteSql.of("alter table team rename to team_old"));
		assertThat(kept.remarksOn(kept.upgrade().get(1))).extracting(Remark::subject).containsExactly("team");
		Changes without = RevisionDirectiveCustomizer.rewrites(DropTable.class, (drop) -> List.of()).customize(CHANGES);
		assertThat(without.upgrade()).containsExactly(CREATE);
		assertThat(without.remarks()).extracting(Remark::subject).containsExactly("x");
	}

}
