package dev.migrator.autogenerate.hibernate;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * The order of a table's columns as somebody would write them by hand: the primary key,
 * the discriminator, then as the fields stand in the class. Hibernate itself has them by
 * the alphabet. What belongs to no field comes last.
 */
final class ColumnOrder {

	private final IdentityHashMap<Table, Set<Column>> declared = new IdentityHashMap<>();

	private final Map<Class<?>, Map<String, Integer>> fields = new HashMap<>();

	ColumnOrder(Metadata metadata) {
		metadata.getEntityBindings()
			.stream()
			.sorted(Comparator.comparingInt(ColumnOrder::depth).thenComparing(PersistentClass::getEntityName))
			.forEach(this::add);
	}

	private static int depth(PersistentClass type) {
		int depth = 0;
		for (PersistentClass current = type; current.getSuperclass() != null; current = current.getSuperclass()) {
			depth++;
		}
		return depth;
	}

	private void add(PersistentClass type) {
		if (type.getDiscriminator() != null) {
			add(type.getTable(), type.getDiscriminator());
		}
		Class<?> mapped = mappedClass(type);
		addAll(type.getTable(), type.getPropertyClosure(), mapped);
		for (Join join : type.getJoins()) {
			addAll(join.getTable(), join.getProperties(), mapped);
		}
	}

	private static @Nullable Class<?> mappedClass(PersistentClass type) {
		try {
			return (type.getClassName() != null) ? type.getMappedClass() : null;
		}
		catch (MappingException ex) {
			// an entity without a class, whose order is Hibernate's
			return null;
		}
	}

	private void addAll(Table table, Collection<Property> properties, @Nullable Class<?> type) {
		Map<String, Integer> ranks = (type != null) ? this.fields.computeIfAbsent(type, ColumnOrder::fields) : Map.of();
		properties.stream()
			.sorted(Comparator.comparingInt((property) -> ranks.getOrDefault(property.getName(), Integer.MAX_VALUE)))
			.forEach((property) -> add(table, property.getValue()));
	}

	// Those of superclasses come first.
	private static Map<String, Integer> fields(Class<?> type) {
		Deque<Class<?>> types = new ArrayDeque<>();
		for (Class<?> current = type; current != null; current = current.getSuperclass()) {
			types.push(current);
		}
		Map<String, Integer> ranks = new HashMap<>();
		for (Class<?> current : types) {
			for (Field field : current.getDeclaredFields()) {
				ranks.putIfAbsent(field.getName(), ranks.size());
			}
		}
		return ranks;
	}

	private void add(Table table, Value value) {
		if (value instanceof Component component && component.getAggregateColumn() == null) {
			addAll(table, component.getProperties(), (component.isDynamic()) ? null : component.getComponentClass());
			return;
		}
		Set<Column> columns = this.declared.computeIfAbsent(table, (key) -> new LinkedHashSet<>());
		for (Selectable selectable : value.getSelectables()) {
			if (selectable instanceof Column column) {
				columns.add(column);
			}
		}
	}

	Collection<Column> of(Table table) {
		Set<Column> ordered = new LinkedHashSet<>();
		if (table.getPrimaryKey() != null) {
			addKnown(table, table.getPrimaryKey().getColumns(), ordered);
		}
		addKnown(table, this.declared.getOrDefault(table, Set.of()), ordered);
		ordered.addAll(table.getColumns());
		return List.copyOf(ordered);
	}

	private static void addKnown(Table table, Collection<Column> columns, Set<Column> ordered) {
		for (Column column : columns) {
			Column known = table.getColumn(column);
			if (known != null) {
				ordered.add(known);
			}
		}
	}

}
