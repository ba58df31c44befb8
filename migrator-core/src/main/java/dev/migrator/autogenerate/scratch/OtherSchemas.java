package dev.migrator.autogenerate.scratch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.View;
import dev.migrator.session.SqlSession;

/**
 * What views may name of other schemas than the default one, as the database has it, for
 * a place in memory where none of it is.
 *
 * @param schemas the schemas
 * @param sequences their sequences
 * @param enums their types of named values
 * @param tables their tables
 * @param views their views
 */
record OtherSchemas(Set<String> schemas, List<Sequence> sequences, List<EnumType> enums, List<Table> tables,
		List<View> views) {

	/**
	 * Choose what is there.
	 * @param database what the database has
	 * @param views the views that are to be read
	 * @return what stands in other schemas; nothing if no view can have to do with it
	 */
	static OtherSchemas of(Schema database, Collection<View> views) {
		if (views.isEmpty()) {
			return new OtherSchemas(Set.of(), List.of(), List.of(), List.of(), List.of());
		}
		List<View> others = database.views().stream().filter((view) -> isOther(view.name())).toList();
		String texts = Stream.concat(views.stream(), others.stream())
			.map((view) -> view.query().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(" "));
		// That it is in a text is enough: one table too many does no harm.
		List<Table> tables = database.tables()
			.stream()
			.filter((table) -> isOther(table.name()) && texts.contains(table.name().name().toLowerCase(Locale.ROOT)))
			.toList();
		Set<String> schemas = new TreeSet<>(database.schemas());
		Stream.of(tables.stream().map(Table::name), others.stream().map(View::name), views.stream().map(View::name))
			.flatMap((names) -> names)
			.map(TableName::schema)
			.filter(Objects::nonNull)
			.forEach(schemas::add);
		return new OtherSchemas(schemas,
				database.sequences()
					.stream()
					.filter((sequence) -> isOther(sequence.name()) && sequence.owner() == null)
					.toList(),
				database.enums().stream().filter((type) -> type.name() != null && isOther(type.name())).toList(),
				tables, others);
	}

	private static boolean isOther(TableName name) {
		return name.schema() != null;
	}

	/**
	 * Make it, as far as it can be made.
	 * @param dialect what the database speaks
	 * @param maker creates something, and tells whether it could
	 * @param session the place
	 */
	void create(Dialect dialect, Maker maker, SqlSession session) {
		this.schemas.forEach((schema) -> dialect.schemaInMemory(schema).forEach(session::execute));
		this.sequences.forEach((sequence) -> maker.make(new CreateSequence(sequence, false)));
		this.enums.forEach((type) -> maker.make(new CreateEnum(Objects.requireNonNull(type.name()), type.values())));
		this.tables.forEach((table) -> maker.make(new CreateTable(withoutForeignKeys(table), false)));
		createViews(maker);
	}

	// One may name another, in whatever order they are told.
	private void createViews(Maker maker) {
		List<View> left = new ArrayList<>(this.views);
		boolean more = true;
		while (more) {
			more = left.removeIf((view) -> maker.make(new CreateObject(view)));
		}
	}

	// They say nothing about a view, and may name what is not here.
	private static Table withoutForeignKeys(Table table) {
		List<Constraint> constraints = table.constraints()
			.stream()
			.filter((constraint) -> !(constraint instanceof Constraint.ForeignKey))
			.toList();
		return new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment(), table.options());
	}

	/**
	 * Creates something.
	 */
	@FunctionalInterface
	interface Maker {

		/**
		 * Create it.
		 * @param operation what
		 * @return whether that was possible
		 */
		boolean make(Operation operation);

	}

}
