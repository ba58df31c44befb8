package dev.migrator.autogenerate;

import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Schema;

/**
 * A target that a test says.
 *
 * @param schema what is wanted
 */
public record FixedTarget(Schema schema) implements TargetSource {

	@Override
	public String name() {
		return "test";
	}

	@Override
	public Schema read(Dialect dialect) {
		return this.schema;
	}

}
