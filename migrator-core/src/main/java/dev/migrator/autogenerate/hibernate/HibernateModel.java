package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.View;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate would create for the entities it knows, as a schema: the tables of
 * entities, of their collections and of their generators, sequences, named enumerations,
 * composite types and views.
 *
 * @see <a href=
 * "https://docs.hibernate.org/orm/7.4/userguide/html_single/#schema-generation">Schema
 * generation in Hibernate's user guide</a>
 */
final class HibernateModel {

	private final Metadata metadata;

	private final HibernateNames names;

	private final NamedEnums enums;

	private final CompositeTypes composites;

	private final TypeReader types;

	private final SqlSyntax syntax;

	private final TableReader tables;

	HibernateModel(Metadata metadata, SqlStringGenerationContext context, Dialect dialect,
			@Nullable String defaultSchema) {
		this.metadata = metadata;
		this.names = new HibernateNames(context, dialect, defaultSchema);
		this.enums = NamedEnums.of(metadata, context, dialect, this.names);
		this.composites = new CompositeTypes(metadata, context, this.names);
		this.types = new TypeReader(dialect, this.enums, this.composites);
		this.syntax = dialect.syntax();
		this.tables = new TableReader(metadata, dialect, this.names, this.enums, this.types);
	}

	/**
	 * Return the schema.
	 * @return what there is to be
	 */
	Schema schema() {
		List<Table> found = new ArrayList<>();
		List<View> views = new ArrayList<>();
		List<Sequence> sequences = new ArrayList<>();
		for (Namespace namespace : this.metadata.getDatabase().getNamespaces()) {
			for (org.hibernate.mapping.Table table : namespace.getTables()) {
				if (table.isPhysicalTable() && !table.isView()) {
					found.add(this.tables.read(table));
				}
				else if (table.isPhysicalTable() && table.getViewQuery() != null) {
					views.add(new View(this.names.table(table), table.getViewQuery(), false));
				}
			}
			namespace.getSequences().forEach((sequence) -> sequences.add(sequence(sequence)));
		}
		List<EnumType> types = this.enums.types();
		List<CompositeType> attributed = this.composites.read(this.types, this.syntax);
		return new Schema(schemas(found, sequences, types, attributed), found, sequences, types, attributed, views,
				List.of(), List.of());
	}

	// What a database does by itself, to start with one and to go on by one, is not said.
	private Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence) {
		long start = sequence.getInitialValue();
		long increment = sequence.getIncrementSize();
		SequenceOptions options = new SequenceOptions((start != 1) ? start : null, (increment != 1) ? increment : null,
				null, false, null, false, null, null);
		return new Sequence(this.names.qualified(sequence.getName()), null, options, null);
	}

	private static List<String> schemas(List<Table> tables, List<Sequence> sequences, List<EnumType> types,
			List<CompositeType> composites) {
		List<TableName> all = new ArrayList<>();
		tables.forEach((table) -> all.add(table.name()));
		sequences.forEach((sequence) -> all.add(sequence.name()));
		composites.forEach((type) -> all.add(type.name()));
		types.forEach((type) -> all.add(Objects.requireNonNull(type.name())));
		return all.stream().map(TableName::schema).filter(Objects::nonNull).distinct().sorted().toList();
	}

}
