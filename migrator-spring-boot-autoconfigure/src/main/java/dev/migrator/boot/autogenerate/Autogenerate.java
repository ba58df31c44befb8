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

	private final AutogenerateProperties properties;

	private final List<TargetProvider> providers;

	private final List<AutogenerateFilter> filters;

	private final List<TypeComparator> comparators;

	private final List<RevisionDirectiveCustomizer> customizers;

	/**
	 * Create a comparison.
	 * @param properties what is compared
	 * @param providers find what the application says
	 * @param filters leave things out
	 * @param comparators know more of types
	 * @param customizers change what was found
	 */
	public Autogenerate(AutogenerateProperties properties, List<TargetProvider> providers,
			List<AutogenerateFilter> filters, List<TypeComparator> comparators,
			List<RevisionDirectiveCustomizer> customizers) {
		this.properties = properties;
		this.providers = List.copyOf(providers);
		this.filters = List.copyOf(filters);
		this.comparators = List.copyOf(comparators);
		this.customizers = List.copyOf(customizers);
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
		List<TargetSource> targets = targets(migrator);
		if (targets.isEmpty()) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The application does not say what its database is to have.",
					"Give it JPA entities, or a bean of type Schema or TargetSource.");
		}
		Changes changes = migrator.changes(targets, settings(), renames);
		for (RevisionDirectiveCustomizer customizer : this.customizers) {
			changes = customizer.customize(changes);
		}
		return changes;
	}

	private ComparisonSettings settings() {
		List<Facet> ignored = new ArrayList<>(this.properties.getIgnore());
		if (!this.properties.isCompareTypes()) {
			ignored.add(Facet.TYPES);
		}
		if (!this.properties.isCompareDefaults()) {
			ignored.add(Facet.DEFAULTS);
		}
		List<String> excluded = new ArrayList<>(this.properties.getExcludeTables());
		this.properties.getExcludeSchemas().forEach((schema) -> excluded.add(schema + ".*"));
		List<String> unmanaged = new ArrayList<>(ComparisonSettings.WELL_KNOWN);
		unmanaged.addAll(this.properties.getUnmanagedTables());
		List<String> schemas = this.properties.getIncludeSchemas();
		return ComparisonSettings.DEFAULTS.without(ignored.toArray(Facet[]::new))
			.withSchemas((schemas.contains("*")) ? SchemaFilter.ALL : SchemaFilter.defaultAnd(schemas))
			.withPatterns(this.properties.getIncludeTables(), excluded)
			.withUnmanaged(unmanaged)
			.withBeans(this.filters, this.comparators)
			.withScratch(this.properties.isScratch());
	}

}
