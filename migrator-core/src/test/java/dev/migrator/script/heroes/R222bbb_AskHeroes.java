package dev.migrator.script.heroes;

import dev.migrator.operation.Operations;
import dev.migrator.operation.Row;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;

@Revision(id = "222bbb", downRevision = "111aaa", message = "Ask heroes")
public class R222bbb_AskHeroes implements Migration {

	static {
		Loaded.NAMES.add("222bbb");
	}

	@Override
	public void upgrade(Operations op) {
		for (Row row : op.query("select id, name from hero where id = ?", 1)) {
			op.jdbc()
				.sql("insert into hero (id, name) values (:id, :name)")
				.param("id", row.number("id") + 1)
				.param("name", row.string("name") + " II")
				.update();
		}
	}

}
