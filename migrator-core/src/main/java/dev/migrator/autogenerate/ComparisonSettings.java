package dev.migrator.autogenerate;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrator.operation.NamingConvention;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.TableName;
import dev.migrator.session.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * How a database is compared with what the application wants. A pattern is a glob, where
 * {@code *} stands for any characters and {@code ?} for one; case does not matter. It is
 * held against a table's own name, and against its name with its schema if it has a dot.
 *
 * @param schemas which schemas of the database are looked at; those that targets name are
 * looked at in any case
 * @param includes patterns of tables, sequences, enumerations and views to compare; all
 * if there are none
 * @param excludes patterns of those not to compare, even if they are included
 * @param unmanaged patterns of those that stay in the database if no target names them
 * @param ownTables the tables of the migrator itself, which are never seen
 * @param facets what is compared
 * @param names how constraints and indexes are called that targets leave unnamed
 * @param filters what else is left out
 * @param typeComparators who knows more of types
 * @param scratch whether a scratch schema or database may be made to have the database
 * itself say what targets mean
 * @param scratchServer another server of the same kind and version where that is made, or
 * {@code null} if it is made where the database is
 */
public record ComparisonSettings(SchemaFilter schemas, List<String> includes, List<String> excludes,
		List<String> unmanaged, Set<TableName> ownTables, Set<Facet> facets, NamingConvention names,
		List<AutogenerateFilter> filters, List<TypeComparator> typeComparators, boolean scratch,
		@Nullable SessionFactory scratchServer) {

	/** What well-known libraries keep in an application's database. */
	public static final List<String> WELL_KNOWN = List.of("*_aud", "revinfo", "qrtz_*", "batch_*", "event_publication*",
			"spring_session*", "flyway_schema_history", "databasechangelog*", "alembic_version", "migrator_version",
			"migrator_history", "shedlock", "int_*", "acl_*", "oauth2_*", "spatial_ref_sys", "ht_*", "hte_*");

	/** All is compared, in the default schema. */
	public static final ComparisonSettings DEFAULTS = new ComparisonSettings(SchemaFilter.DEFAULT, List.of(), List.of(),
			WELL_KNOWN, Set.of(), EnumSet.allOf(Facet.class), NamingConvention.NONE, List.of(), List.of(), true, null);

	public ComparisonSettings {
		includes = List.copyOf(includes);
		excludes = List.copyOf(excludes);
		unmanaged = List.copyOf(unmanaged);
		ownTables = Set.copyOf(ownTables);
		facets = Set.copyOf(facets);
		filters = List.copyOf(filters);
		typeComparators = List.copyOf(typeComparators);
	}

	/**
	 * Return whether something is compared.
	 * @param facet what
	 * @return whether it is
	 */
	public boolean compares(Facet facet) {
		return this.facets.contains(facet);
	}

	/**
	 * Look at other schemas.
	 * @param filter which
	 * @return the settings
	 */
	public ComparisonSettings withSchemas(SchemaFilter filter) {
		return new ComparisonSettings(filter, this.includes, this.excludes, this.unmanaged, this.ownTables, this.facets,
				this.names, this.filters, this.typeComparators, this.scratch, this.scratchServer);
	}

	/**
	 * Compare some tables only.
	 * @param included patterns of those to compare, none for all
	 * @param excluded patterns of those not to compare
	 * @return the settings
	 */
	public ComparisonSettings withPatterns(List<String> included, List<String> excluded) {
		return new ComparisonSettings(this.schemas, included, excluded, this.unmanaged, this.ownTables, this.facets,
				this.names, this.filters, this.typeComparators, this.scratch, this.scratchServer);
	}

	/**
	 * Leave other tables alone.
	 * @param patterns which, if no target names them
	 * @return the settings
	 */
	public ComparisonSettings withUnmanaged(List<String> patterns) {
		return new ComparisonSettings(this.schemas, this.includes, this.excludes, patterns, this.ownTables, this.facets,
				this.names, this.filters, this.typeComparators, this.scratch, this.scratchServer);
	}

	/**
	 * Never see some tables.
	 * @param tables the migrator's own
	 * @return the settings
	 */
	public ComparisonSettings withOwnTables(Collection<TableName> tables) {
		return new ComparisonSettings(this.schemas, this.includes, this.excludes, this.unmanaged, Set.copyOf(tables),
				this.facets, this.names, this.filters, this.typeComparators, this.scratch, this.scratchServer);
	}

	/**
	 * Compare something else.
	 * @param compared what is compared
	 * @return the settings
	 */
	public ComparisonSettings withFacets(Collection<Facet> compared) {
		return new ComparisonSettings(this.schemas, this.includes, this.excludes, this.unmanaged, this.ownTables,
				Set.copyOf(compared), this.names, this.filters, this.typeComparators, this.scratch, this.scratchServer);
	}

	/**
	 * Compare all that is compared now but for some.
	 * @param left what is not compared
	 * @return the settings
	 */
	public ComparisonSettings without(Facet... left) {
		EnumSet<Facet> compared = EnumSet.noneOf(Facet.class);
		compared.addAll(this.facets);
		compared.removeAll(List.of(left));
		return withFacets(compared);
	}

	/**
	 * Name what targets leave unnamed.
	 * @param convention how
	 * @return the settings
	 */
	public ComparisonSettings withNames(NamingConvention convention) {
		return new ComparisonSettings(this.schemas, this.includes, this.excludes, this.unmanaged, this.ownTables,
				this.facets, convention, this.filters, this.typeComparators, this.scratch, this.scratchServer);
	}

	/**
	 * Ask an application's own beans.
	 * @param leaving what leaves things out
	 * @param comparing who knows more of types
	 * @return the settings
	 */
	public ComparisonSettings withBeans(List<AutogenerateFilter> leaving, List<TypeComparator> comparing) {
		return new ComparisonSettings(this.schemas, this.includes, this.excludes, this.unmanaged, this.ownTables,
				this.facets, this.names, leaving, comparing, this.scratch, this.scratchServer);
	}

	/**
	 * Say whether a scratch schema or database may be made.
	 * @param allowed whether it may
	 * @return the settings
	 */
	public ComparisonSettings withScratch(boolean allowed) {
		return new ComparisonSettings(this.schemas, this.includes, this.excludes, this.unmanaged, this.ownTables,
				this.facets, this.names, this.filters, this.typeComparators, allowed, this.scratchServer);
	}

	/**
	 * Say where a scratch schema or database is made.
	 * @param server leads to a database on another server of the same kind and version,
	 * or {@code null} to make it where the database is
	 * @return the settings
	 */
	public ComparisonSettings withScratchServer(@Nullable SessionFactory server) {
		return new ComparisonSettings(this.schemas, this.includes, this.excludes, this.unmanaged, this.ownTables,
				this.facets, this.names, this.filters, this.typeComparators, this.scratch, server);
	}

}
