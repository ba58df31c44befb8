package dev.migrator.autogenerate.aggregates;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import dev.migrator.autogenerate.TargetSource;
import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.SqlSession;

import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * What aggregates of Spring Data JDBC or R2DBC want: the tables, columns and keys by
 * which they are stored. What else their tables have, such as indexes, stays.
 *
 * @param name what messages call it
 * @param types the aggregates' classes, and those of what belongs to them
 * @param naming names what the classes do not
 * @param quoted whether names are sent to the database in quotes
 * @param conversions what the application's converters write a type as
 */
public record AggregateTarget(String name, Collection<Class<?>> types, NamingStrategy naming, boolean quoted,
		Function<Class<?>, Optional<Class<?>>> conversions) implements TargetSource {

	@Override
	public Schema read(Dialect dialect, SqlSession session) {
		RelationalMappingContext context = context();
		AggregateReader reader = new AggregateReader(context, new AggregateNames(dialect), this.conversions);
		List<RelationalPersistentEntity<?>> all = this.types.stream()
			.<RelationalPersistentEntity<?>>map((type) -> Objects.requireNonNull(context.getPersistentEntity(type)))
			.toList();
		Set<Class<?>> parts = new HashSet<>();
		all.forEach((entity) -> addParts(entity, context, parts));
		all.stream().filter((entity) -> !parts.contains(entity.getType())).forEach(reader::read);
		Set<String> schemas = new TreeSet<>();
		reader.tables().forEach((table) -> {
			if (table.name().schema() != null) {
				schemas.add(table.name().schema());
			}
		});
		Schema database = dialect.reflect(new SchemaFilter(true, schemas, false), session);
		return new KnownTables(database).complete(reader.tables(), reader.sequences());
	}

	private RelationalMappingContext context() {
		RelationalMappingContext context = new RelationalMappingContext(this.naming);
		context.setForceQuote(this.quoted);
		context.setSimpleTypeHolder(new Simple(this.conversions));
		context.setInitialEntitySet(new LinkedHashSet<>(this.types));
		context.afterPropertiesSet();
		return context;
	}

	// What belongs to an aggregate has a table with a reference to it.
	private static void addParts(RelationalPersistentEntity<?> entity, RelationalMappingContext context,
			Set<Class<?>> parts) {
		for (RelationalPersistentProperty property : entity) {
			if (property.isEntity() || property.isEmbedded()) {
				Class<?> type = property.getActualType();
				RelationalPersistentEntity<?> part = context.getPersistentEntity(type);
				if (parts.add(type) && part != null) {
					addParts(part, context, parts);
				}
			}
		}
	}

	/**
	 * Knows the types that have a column.
	 */
	private static final class Simple extends SimpleTypeHolder {

		private final Function<Class<?>, Optional<Class<?>>> conversions;

		private Simple(Function<Class<?>, Optional<Class<?>>> conversions) {
			super(AggregateTypes.simple(), true);
			this.conversions = conversions;
		}

		@Override
		public boolean isSimpleType(Class<?> type) {
			return super.isSimpleType(type) || type.isEnum() || type.getName().equals(AggregateReader.REFERENCE)
					|| this.conversions.apply(type).isPresent();
		}

	}

}
