package dev.migrator.boot.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.AutogenerateFilter;
import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Facet;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.RevisionDirectiveCustomizer;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.autogenerate.TypeComparator;
import dev.migrator.boot.AutogenerateProperties;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.SchemaFilter;

/**
 * Compares the database of a migrator with what the application says it is to have. A
 * test may use it to make sure that no revision was forgotten.
 */
public final class Autogenerate {

	private final TargetOwners owners;

	private final ScratchServers scratch;

	private final List<TargetProvider> providers;

	/**
	 * Create a comparison.
	 * @param owners says of each database what is compared, and which filters,
	 * comparators and customizers it has
	 * @param scratch says where the database is asked what is meant
	 * @param providers find what the application says
	 */
	public Autogenerate(TargetOwners owners, ScratchServers scratch, List<TargetProvider> providers) {
		this.owners = owners;
		this.scratch = scratch;
		this.providers = List.copyOf(providers);
	}

	/**
	 * Return what is configured for a database.
	 * @param migrator the database's migrator
	 * @return the properties
	 */
	public AutogenerateProperties properties(Migrator migrator) {
		return this.owners.properties(migrator);
	}

	/**
	 * Return what says what a database is to have.
	 * @param migrator the database's migrator
	 * @return the sources, none if the application does not say
	 */
	public List<TargetSource> targets(Migrator migrator) {
		List<TargetSource> targets = new ArrayList<>();
		this.providers.forEach((provider) -> targets.addAll(provider.targets(migrator)));
		return targets;
	}

	/**
	 * Compare.
	 * @param migrator the database's migrator
	 * @param renames says what is a rename
	 * @return what differs
	 * @throws MigratorException {@code CONFIGURATION} if the application does not say
	 * what its database is to have, or if it cannot be read
	 */
	public Changes changes(Migrator migrator, RenameDecision renames) {
		return changes(migrator, migrator, renames);
	}

	/**
	 * Compare another database, to which the same revisions were taken.
	 * @param migrator the application's migrator
	 * @param compared the other database's
	 * @param renames says what is a rename
	 * @return what differs
	 * @throws MigratorException as above
	 */
	public Changes changes(Migrator migrator, Migrator compared, RenameDecision renames) {
		List<TargetSource> targets = targets(migrator);
		if (targets.isEmpty()) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The application does not say what its database is to have.",
					"Give it entities, a bean of type Schema or TargetSource, or a file by migrator.autogenerate.schema-sql; of several databases, name this one by the bean's @Qualifier or a property of its own.");
		}
		return changes(migrator, compared, targets, settings(properties(migrator)), renames);
	}

	/**
	 * Find out what the application's database has that its revisions do not make. What
	 * would be left alone if nothing named it is left out.
	 * @param migrator the application's migrator
	 * @param replay the migrator of a database that all revisions were taken to
	 * @param renames says what is a rename
	 * @return what makes the other database what the application's is
	 * @throws MigratorException if one of them cannot be read
	 */
	public Changes changesOfDatabase(Migrator migrator, Migrator replay, RenameDecision renames) {
		ComparisonSettings settings = settings(properties(migrator));
		List<String> excluded = new ArrayList<>(settings.excludes());
		excluded.addAll(settings.unmanaged());
		return changes(migrator, replay, List.of(new DatabaseTarget(migrator, settings.schemas())),
				settings.withPatterns(settings.includes(), excluded), renames);
	}

	private Changes changes(Migrator migrator, Migrator compared, List<TargetSource> targets,
			ComparisonSettings settings, RenameDecision renames) {
		Changes changes = compared.changes(targets,
				settings
					.withBeans(this.owners.beans(AutogenerateFilter.class, migrator),
							this.owners.beans(TypeComparator.class, migrator))
					.withScratchServer(this.scratch.configured(migrator).map(ScratchServer::sessions).orElse(null)),
				renames);
		for (RevisionDirectiveCustomizer customizer : this.owners.beans(RevisionDirectiveCustomizer.class, migrator)) {
			changes = customizer.customize(changes);
		}
		return changes;
	}

	private static ComparisonSettings settings(AutogenerateProperties properties) {
		List<Facet> ignored = new ArrayList<>(properties.getIgnore());
		if (!properties.isCompareTypes()) {
			ignored.add(Facet.TYPES);
		}
		if (!properties.isCompareDefaults()) {
			ignored.add(Facet.DEFAULTS);
		}
		List<String> excluded = new ArrayList<>(properties.getExcludeTables());
		properties.getExcludeSchemas().forEach((schema) -> excluded.add(schema + ".*"));
		List<String> unmanaged = new ArrayList<>(ComparisonSettings.WELL_KNOWN);
		unmanaged.addAll(properties.getUnmanagedTables());
		List<String> schemas = properties.getIncludeSchemas();
		return ComparisonSettings.DEFAULTS.without(ignored.toArray(Facet[]::new))
			.withSchemas((schemas.contains("*")) ? SchemaFilter.ALL : SchemaFilter.defaultAnd(schemas))
			.withPatterns(properties.getIncludeTables(), excluded)
			.withUnmanaged(unmanaged)
			.withScratch(properties.isScratch());
	}

}
