package dev.migrator.autogenerate.compare;

import java.util.HashMap;
import java.util.Map;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Table;

/**
 * Tells by a dialect's rules how the database reads the types of a table, without asking
 * the database.
 */
public final class ReflectedTypes implements TargetMeaning {

	private final Dialect dialect;

	private final Map<ColumnType, ColumnType> types = new HashMap<>();

	/**
	 * Prepare for a database.
	 * @param dialect its dialect
	 */
	public ReflectedTypes(Dialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public Table of(Table table) {
		return new Table(table.name(), table.columns().stream().map(this::of).toList(), table.constraints(),
				table.indexes(), table.comment(), table.options());
	}

	private Column of(Column column) {
		Column plain = SerialColumns.meaning(column);
		ColumnType type = this.types.computeIfAbsent(plain.type(), this::of);
		return new Column(plain.name(), type, plain.nullable(), plain.defaultValue(), plain.identity(), plain.comment(),
				plain.computed(), plain.onUpdate(), plain.collation());
	}

	// What the database has not is refused when it is created, and not before.
	private ColumnType of(ColumnType type) {
		try {
			return this.dialect.reflected(type);
		}
		catch (MigratorException ex) {
			if (ex.category() == ErrorCategory.UNSUPPORTED) {
				return type;
			}
			throw ex;
		}
	}

}
