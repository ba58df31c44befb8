package dev.migrator.autogenerate.aggregates;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Reads the tables of aggregates: of their roots, and of the entities that belong to
 * them.
 *
 * @see <a href=
 * "https://docs.spring.io/spring-data/relational/reference/jdbc/mapping.html">Mapping in
 * Spring Data's manual</a>
 */
final class AggregateReader {

	/** Refers to another aggregate by its id. */
	static final String REFERENCE = "org.springframework.data.jdbc.core.mapping.AggregateReference";

	private final RelationalMappingContext context;

	private final AggregateNames names;

	private final Function<Class<?>, Optional<Class<?>>> conversions;

	private final Map<TableName, AggregateTable> tables = new LinkedHashMap<>();

	private final List<Sequence> sequences = new ArrayList<>();

	AggregateReader(RelationalMappingContext context, AggregateNames names,
			Function<Class<?>, Optional<Class<?>>> conversions) {
		this.context = context;
		this.names = names;
		this.conversions = conversions;
	}

	/**
	 * Read the tables of an aggregate.
	 * @param root its root
	 */
	void read(RelationalPersistentEntity<?> root) {
		read(this.context.getAggregatePath(root), null);
	}

	List<AggregateTable> tables() {
		return List.copyOf(this.tables.values());
	}

	List<Sequence> sequences() {
		return this.sequences;
	}

	private void read(AggregatePath path, @Nullable Content parent) {
		Content content = new Content(this.names.table(path.getTableInfo().qualifiedTableName()));
		List<String> back = (parent != null && parent.isKnownByItsPlace()) ? inherit(parent, content)
				: refer(path, content);
		List<String> key = new ArrayList<>(back);
		AggregatePath.ColumnInfo qualifier = path.getTableInfo().qualifierColumnInfo();
		if (qualifier != null) {
			String name = this.names.text(qualifier.name());
			key.add(name);
			content.columns.add(new AggregateColumn(
					new Column(name, type(path.getTableInfo().getRequiredQualifierColumnType(), path))
						.withNullable(false),
					true));
		}
		addProperties(path, content, false, false);
		content.hasId = !content.ids.isEmpty();
		if (content.ids.isEmpty() && !back.isEmpty() && (qualifier != null || !path.isMultiValued())) {
			content.ids.addAll(key);
		}
		if (!content.ids.isEmpty()) {
			content.constraints.add(0, new Constraint.PrimaryKey(null, content.ids));
		}
		AggregateTable table = new AggregateTable(content.name, content.columns, content.constraints);
		this.tables.merge(content.name, table, AggregateTable::and);
		content.children.forEach((child) -> read(child, content));
	}

	// What has no id of its own is known by its parent's and by its place in the list or
	// map; so is what belongs to it.
	private static List<String> inherit(Content parent, Content content) {
		parent.columns.stream()
			.filter((column) -> parent.ids.contains(column.column().name()))
			.forEach(content.columns::add);
		content.constraints.add(new Constraint.ForeignKey(null, parent.ids, parent.name, parent.ids, null, null));
		return parent.ids;
	}

	private List<String> refer(AggregatePath path, Content content) {
		List<String> back = new ArrayList<>();
		IdColumns.of(path.getTableInfo().backReferenceColumnInfos()).forEach((id, column) -> {
			String name = this.names.text(column.name());
			back.add(name);
			content.columns.add(new AggregateColumn(new Column(name, backType(id)).withNullable(false), true));
		});
		if (!back.isEmpty()) {
			addParent(path, back, content);
		}
		return back;
	}

	private void addParent(AggregatePath path, List<String> back, Content content) {
		AggregatePath parent = Objects.requireNonNull(path.getIdDefiningParentPath());
		List<String> ids = new ArrayList<>();
		IdColumns.of(parent.getTableInfo().effectiveIdColumnInfos())
			.forEach((id, column) -> ids.add(this.names.text(column.name())));
		if (ids.size() == back.size()) {
			content.constraints.add(new Constraint.ForeignKey(null, back,
					this.names.table(parent.getTableInfo().qualifiedTableName()), ids, null, null));
		}
	}

	private void addProperties(AggregatePath path, Content content, boolean id, boolean nullable) {
		for (RelationalPersistentProperty property : path.getRequiredLeafEntity()) {
			if (property.isTransient()) {
				continue;
			}
			AggregatePath own = path.append(property);
			boolean isId = id || (property.isIdProperty() && property.getOwner() == path.getLeafEntity());
			if (property.isEmbedded()) {
				addProperties(own, content, isId, nullable || (!isId && !property.shouldCreateEmptyEmbedded()));
			}
			else if (property.isEntity()) {
				content.children.add(own);
			}
			else {
				addColumn(own, property, content, isId, nullable);
			}
		}
	}

	private void addColumn(AggregatePath path, RelationalPersistentProperty property, Content content, boolean id,
			boolean nullable) {
		String name = this.names.text(path.getColumnInfo().name());
		ColumnType type = type(property, path);
		Nullness nullness = nullness(property);
		boolean mayBeNull = !id && (nullable || nullness != Nullness.NON_NULL);
		boolean alone = property.isIdProperty() && !path.getParentPath().isEmbedded();
		SqlIdentifier sequence = (alone) ? property.getSequence() : null;
		if (sequence != null) {
			this.sequences.add(new Sequence(this.names.table(sequence), null, SequenceOptions.NONE, null));
		}
		Identity identity = (alone && sequence == null && AggregateTypes.isCounted(type)) ? Identity.BY_DEFAULT : null;
		content.columns
			.add(new AggregateColumn(new Column(name, type, mayBeNull, null, identity, null, null, null, null),
					id || nullable || nullness != Nullness.UNSPECIFIED));
		if (id) {
			content.ids.add(name);
		}
		if (isReference(property)) {
			addReference(property, name, content);
		}
	}

	private void addReference(RelationalPersistentProperty property, String column, Content content) {
		Class<?> type = argument(property, 0).getType();
		RelationalPersistentEntity<?> other = (this.context.hasPersistentEntityFor(type))
				? this.context.getPersistentEntity(type) : null;
		if (other != null && other.getIdProperty() != null && !other.getRequiredIdProperty().isEmbedded()) {
			content.constraints
				.add(new Constraint.ForeignKey(null, List.of(column), this.names.table(other.getQualifiedTableName()),
						List.of(this.names.text(other.getRequiredIdProperty().getColumnName())), null, null));
		}
	}

	private static boolean isReference(RelationalPersistentProperty property) {
		return property.getType().getName().equals(REFERENCE);
	}

	private static TypeInformation<?> argument(RelationalPersistentProperty property, int index) {
		return property.getTypeInformation().getTypeArguments().get(index);
	}

	private static Nullness nullness(RelationalPersistentProperty property) {
		if (property.getType().isPrimitive()) {
			return Nullness.NON_NULL;
		}
		Field field = property.getField();
		return (field != null) ? Nullness.forField(field) : Nullness.UNSPECIFIED;
	}

	private ColumnType backType(AggregatePath id) {
		if (!id.isRoot() && !id.getRequiredLeafProperty().isEntity()) {
			return type(id.getRequiredLeafProperty(), id);
		}
		Class<?> qualifier = id.getTableInfo().qualifierColumnType();
		return type((qualifier != null) ? qualifier : Integer.class, id);
	}

	private ColumnType type(RelationalPersistentProperty property, AggregatePath path) {
		if (isReference(property)) {
			return type(argument(property, 1).getType(), path);
		}
		Class<?> type = property.getType();
		if (AggregateTypes.of(type).isEmpty() && this.conversions.apply(type).isEmpty()
				&& property.isCollectionLike()) {
			return new ArrayType(type(property.getActualType(), path), null);
		}
		return type(type, path);
	}

	private ColumnType type(Class<?> type, AggregatePath path) {
		Class<?> written = this.conversions.apply(type).orElse(type);
		Optional<ColumnType> known = AggregateTypes.of(written);
		if (known.isEmpty() && written.isArray()) {
			return new ArrayType(type(written.getComponentType(), path), null);
		}
		return known.orElseThrow(() -> new MigratorException(ErrorCategory.CONFIGURATION,
				"The property %s of %s is of type %s, for which no type of a column is known."
					.formatted(path.toDotPath(), root(path).getType().getName(), written.getName()),
				"Register a converter that writes it as a simple type, or mark it with @Transient."));
	}

	private static RelationalPersistentEntity<?> root(AggregatePath path) {
		AggregatePath current = path;
		while (!current.isRoot()) {
			current = current.getParentPath();
		}
		return current.getRequiredLeafEntity();
	}

	/**
	 * A table that is being read.
	 */
	private static final class Content {

		private final TableName name;

		private final List<AggregateColumn> columns = new ArrayList<>();

		private final List<String> ids = new ArrayList<>();

		private final List<Constraint> constraints = new ArrayList<>();

		private final List<AggregatePath> children = new ArrayList<>();

		private boolean hasId;

		private Content(TableName name) {
			this.name = name;
		}

		private boolean isKnownByItsPlace() {
			return !this.hasId && !this.ids.isEmpty();
		}

	}

}
