package dev.migrator.boot.autogenerate;

import dev.migrator.autogenerate.TargetSource;
import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Schema;

/**
 * What a bean of type {@link Schema} says.
 *
 * @param schema the bean
 */
public record SchemaTargetSource(Schema schema) implements TargetSource {

	@Override
	public String name() {
		return "Schema";
	}

	@Override
	public Schema read(Dialect dialect) {
		return this.schema;
	}

}
