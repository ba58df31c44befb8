package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.CompositeType;
import dev.migrator.schema.TableName;

/**
 * Puts types of several attributes in an order in which each stands behind those that its
 * attributes are of.
 */
public final class CompositeOrder {

	private final Map<TableName, CompositeType> types = new LinkedHashMap<>();

	private final Set<TableName> begun = new HashSet<>();

	private final List<CompositeType> ordered = new ArrayList<>();

	private CompositeOrder(Collection<CompositeType> types) {
		types.forEach((type) -> this.types.put(type.name(), type));
		this.types.values().forEach(this::visit);
	}

	/**
	 * Order types.
	 * @param types the types
	 * @return the types, in their order where attributes do not decide
	 */
	public static List<CompositeType> of(Collection<CompositeType> types) {
		return new CompositeOrder(types).ordered;
	}

	private void visit(CompositeType type) {
		if (this.begun.add(type.name())) {
			type.attributes().forEach((attribute) -> {
				CompositeType part = this.types.get(CompositeType.nameIn(attribute.type()));
				if (part != null) {
					visit(part);
				}
			});
			this.ordered.add(type);
		}
	}

}
