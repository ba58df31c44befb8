package dev.migrator.boot;

/**
 * Configuration properties of one of several databases. {@link MigratorDatabases} reads
 * them over those that hold for all.
 */
public class NamedDatabaseProperties extends DatabaseProperties {

	/**
	 * What autogenerate compares of this database.
	 */
	private final AutogenerateProperties autogenerate = new AutogenerateProperties();

	public AutogenerateProperties getAutogenerate() {
		return this.autogenerate;
	}

}
