package dev.migrator.autogenerate.scratch;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.View;

/**
 * What the database says that tables and views mean that are wanted.
 *
 * @param tables the tables by their names, as far as they could be created
 * @param views the views by their names, likewise
 */
record ScratchMeanings(Map<TableName, Table> tables, Map<TableName, View> views) {

	static final ScratchMeanings NONE = new ScratchMeanings(Map.of(), Map.of());

	/**
	 * Write the views that say what the database's say as the database has them.
	 * @param target what is wanted
	 * @param database what there is
	 * @return what is wanted, with such views
	 */
	Schema withEqualViews(Schema target, Schema database) {
		if (this.views.isEmpty()) {
			return target;
		}
		List<View> written = target.views()
			.stream()
			.map((view) -> database.views()
				.stream()
				.filter((other) -> Objects.equals(this.views.get(view.name()), other))
				.findFirst()
				.orElse(view))
			.toList();
		return new Schema(target.schemas(), target.tables(), target.sequences(), target.enums(), target.composites(),
				written, target.routines(), target.triggers());
	}

}
