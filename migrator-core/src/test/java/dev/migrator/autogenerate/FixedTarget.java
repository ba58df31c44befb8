package dev.migrator.autogenerate;

import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Schema;
import dev.migrator.session.SqlSession;

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
	public Schema read(Dialect dialect, SqlSession session) {
		return this.schema;
	}

}
