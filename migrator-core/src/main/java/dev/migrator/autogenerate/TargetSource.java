package dev.migrator.autogenerate;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Schema;

/**
 * Where the schema that the application wants comes from: its entities, its aggregates, a
 * file, or a bean.
 */
public interface TargetSource {

	/**
	 * Return what messages call this source.
	 * @return its name, such as {@code JPA}
	 */
	String name();

	/**
	 * Read what the application wants. Names are as migrations write them; the default
	 * schema's parts have names without a schema. What has no name that anybody chose,
	 * such as a constraint, has none here either: then any name fits.
	 * @param dialect the database that it is for
	 * @return the schema
	 * @throws MigratorException if the source cannot be read
	 */
	Schema read(Dialect dialect);

}
