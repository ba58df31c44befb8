package dev.migrator.autogenerate.scratch;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.autogenerate.compare.ColumnSequences;
import dev.migrator.autogenerate.compare.CompositeShape;
import dev.migrator.autogenerate.compare.DatabaseRules;
import dev.migrator.autogenerate.compare.ReflectedTypes;
import dev.migrator.autogenerate.compare.SchemaComparison;
import dev.migrator.autogenerate.compare.TargetMeaning;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.UnmanagedObject;
import dev.migrator.operation.Operation;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.View;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a database with what the application wants. First by rules, which never take
 * two for equal that differ; what differs by these is created in a scratch place and read
 * back, so that in the end no texts of two sources are compared.
 */
public final class DatabaseComparison {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseComparison.class);

	private final ComparisonSettings settings;

	private final RenameDecision renames;

	/**
	 * Prepare a comparison.
	 * @param settings what is compared, and how
	 * @param renames says what is a rename
	 */
	public DatabaseComparison(ComparisonSettings settings, RenameDecision renames) {
		this.settings = settings;
		this.renames = new KeptDecision(renames);
	}

	/**
	 * Compare.
	 * @param targets where what the application wants comes from
	 * @param dialect what the database speaks
	 * @param session where the database is, in no transaction
	 * @return what differs
	 * @throws dev.migrator.error.MigratorException if a target or the database cannot be
	 * read, if two targets want different things of one name, if a foreign key leads to a
	 * table that there is not, or if a rename was said that cannot be
	 */
	public Changes compare(Collection<? extends TargetSource> targets, Dialect dialect, SqlSession session) {
		Schema merged = MergedTargets.read(targets, dialect, session);
		Set<String> schemas = schemas(merged);
		String defaultSchema = (schemas.isEmpty() && !this.settings.scratch()) ? null : dialect.currentSchema(session);
		Schema wanted = (schemas.isEmpty() || defaultSchema == null) ? merged
				: new DefaultSchema(defaultSchema).without(merged);
		SchemaFilter filter = this.settings.schemas();
		schemas.addAll(filter.others());
		SchemaFilter read = new SchemaFilter(filter.defaultSchema(), schemas, filter.all());
		Schema database = dialect.reflect(read, session);
		Schema target = ColumnSequences.complete(database, wanted);
		List<UnmanagedObject> unmanaged = dialect.unmanaged(read, session);
		if (read.all() || read.defaultSchema()) {
			new ReferencedTables(target, database, unmanaged).check(target);
		}
		TargetMeaning rules = new ReflectedTypes(dialect);
		Changes changes = compare(database, target, unmanaged, dialect, rules);
		Set<TableName> touched = TouchedTables.of(changes.upgrade());
		List<View> views = replaced(changes, target).stream().filter((view) -> canBeRead(view, touched)).toList();
		if ((touched.isEmpty() && views.isEmpty()) || !this.settings.scratch()) {
			return changes;
		}
		List<Table> tables = Stream
			.concat(target.tables().stream(), target.composites().stream().map(CompositeShape::of))
			.filter((table) -> touched.contains(table.name()) || isNamed(table, views))
			.sorted(Comparator.comparing((table) -> table.name().schema() != null))
			.toList();
		ScratchMeanings meanings = meanings(tables, views, target, database,
				new ScratchReading(dialect, rules, defaultSchema), dialect, session);
		return (meanings.equals(ScratchMeanings.NONE)) ? changes
				: compare(database, meanings.withEqualViews(target, database), unmanaged, dialect, (table) -> {
					Table meaning = meanings.tables().get(table.name());
					return (meaning != null && isOf(meaning, table)) ? meaning : rules.of(table);
				});
	}

	private Changes compare(Schema database, Schema target, List<UnmanagedObject> unmanaged, Dialect dialect,
			TargetMeaning meaning) {
		return new SchemaComparison(this.settings, this.renames, DatabaseRules.of(dialect), meaning).compare(database,
				target, unmanaged);
	}

	// A filter may have left out some of a table's parts.
	private static boolean isOf(Table meaning, Table table) {
		return meaning.columns().size() == table.columns().size()
				&& meaning.constraints().size() == table.constraints().size()
				&& meaning.indexes().size() == table.indexes().size();
	}

	private static List<View> replaced(Changes changes, Schema target) {
		Set<TableName> replaced = new HashSet<>();
		for (Operation operation : changes.upgrade()) {
			if (operation instanceof ReplaceObject replace && replace.object() instanceof View view) {
				replaced.add(view.name());
			}
		}
		return target.views().stream().filter((view) -> replaced.contains(view.name())).toList();
	}

	// A view of another schema names the tables as they are, and not as they will be.
	private static boolean canBeRead(View view, Set<TableName> touched) {
		return view.name().schema() == null
				|| touched.stream().noneMatch((table) -> table.schema() != null && names(view, table));
	}

	private static boolean isNamed(Table table, List<View> views) {
		return views.stream().anyMatch((view) -> names(view, table.name()));
	}

	// That it is in the text is enough: one table too many does no harm.
	private static boolean names(View view, TableName table) {
		return view.query().toLowerCase(Locale.ROOT).contains(table.name().toLowerCase(Locale.ROOT));
	}

	private ScratchMeanings meanings(List<Table> tables, List<View> views, Schema target, Schema database,
			ScratchReading reading, Dialect dialect, SqlSession session) {
		try {
			return Scratch.of(dialect, session, this.settings.scratchServer())
				.map((scratch) -> scratch.use((place) -> new ScratchMeanings(reading.read(tables, target, place),
						reading.views(views, (scratch.hasOtherSchemas()) ? null : OtherSchemas.of(database, views),
								place))))
				.orElse(ScratchMeanings.NONE);
		}
		catch (SqlSessionException ex) {
			logger.warn("No scratch schema can be made, so types and expressions are compared by rules: {}. "
					+ "Name another server by migrator.autogenerate.scratch-url.", ex.getMessage());
			return ScratchMeanings.NONE;
		}
	}

	private static Set<String> schemas(Schema target) {
		Set<String> schemas = new TreeSet<>(target.schemas());
		Stream
			.of(target.tables().stream().map(Table::name), target.sequences().stream().map((part) -> part.name()),
					target.enums().stream().map((part) -> part.name()),
					target.composites().stream().map((part) -> part.name()),
					target.views().stream().map((part) -> part.name()))
			.flatMap((names) -> names)
			.filter(Objects::nonNull)
			.map(TableName::schema)
			.filter(Objects::nonNull)
			.forEach(schemas::add);
		return schemas;
	}

}
