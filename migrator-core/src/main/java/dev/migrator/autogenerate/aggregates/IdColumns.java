package dev.migrator.autogenerate.aggregates;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.AggregatePath.ColumnInfo;
import org.springframework.data.relational.core.mapping.AggregatePath.ColumnInfos;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * The columns of an id in the order of the class's properties, which is that of the
 * primary key. Spring Data has them by the alphabet, and MySQL takes a foreign key only
 * in the order of a key.
 */
final class IdColumns {

	private IdColumns() {
	}

	/**
	 * Order columns.
	 * @param columns the columns
	 * @return the columns by their paths
	 */
	static Map<AggregatePath, ColumnInfo> of(ColumnInfos columns) {
		Map<int[], AggregatePath> places = new TreeMap<>(Arrays::compare);
		Map<AggregatePath, ColumnInfo> byPath = new LinkedHashMap<>();
		columns.forEach((path, column) -> {
			places.put(place(path), path);
			byPath.put(path, column);
		});
		Map<AggregatePath, ColumnInfo> ordered = new LinkedHashMap<>();
		places.values().forEach((path) -> ordered.put(path, byPath.get(path)));
		return ordered;
	}

	private static int[] place(AggregatePath path) {
		if (path.isRoot()) {
			return new int[0];
		}
		AggregatePath parent = path.getParentPath();
		int[] before = place(parent);
		int[] place = Arrays.copyOf(before, before.length + 1);
		for (RelationalPersistentProperty property : parent.getRequiredLeafEntity()) {
			if (property.getName().equals(path.getRequiredLeafProperty().getName())) {
				break;
			}
			place[before.length]++;
		}
		return place;
	}

}
