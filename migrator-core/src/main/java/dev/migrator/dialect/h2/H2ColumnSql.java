package dev.migrator.dialect.h2;

import java.util.stream.Stream;

import dev.migrator.dialect.standard.ColumnSql;
import dev.migrator.dialect.standard.ConstraintSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.IdentityChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Identity;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.TableName;

/**
 * Columns of H2. What {@code alter column} has no words for is changed by stating the
 * column whole.
 *
 * @see <a href=
 * "https://www.h2database.com/html/commands.html#alter_table_alter_column">ALTER TABLE
 * ALTER COLUMN</a>
 */
final class H2ColumnSql extends ColumnSql {

	H2ColumnSql(SqlWords words, ConstraintSql constraints) {
		super(words, constraints);
	}

	@Override
	protected String collation(Column column, String collation) {
		throw words().lacks("collation of a single column, as '%s' would have it".formatted(column.name()),
				"Leave it out on H2, for example by op.dialect().");
	}

	@Override
	protected String computed(Column column, Computed computed) {
		words().refuse(computed.virtual(),
				"column that is computed when it is read, as '%s' would be".formatted(column.name()),
				"Have it stored on H2, for example by op.dialect().");
		return "generated always as (" + computed.expression() + ")";
	}

	@Override
	protected String onUpdate(Column column, String expression) {
		return " on update " + expression;
	}

	@Override
	protected Stream<String> drop(DropColumn operation) {
		words().refuse(operation.cascade(), "way to drop with a column what depends on it",
				"Drop that first, for example by op.dialect().");
		return super.drop(operation);
	}

	@Override
	protected String rename(TableName table, String column, String newName) {
		return words().alterTable(table) + "alter column " + words().name(column) + " rename to "
				+ words().name(newName);
	}

	@Override
	protected String setComputed(AlterColumn operation, Computed computed) {
		Column before = operation.existing();
		if (before == null) {
			throw SqlWords
				.unsupported(
						"H2 changes how '%s.%s' is computed only together with its type, which is not said."
							.formatted(operation.table(), operation.column()),
						"Say what the column is before by existing(…).");
		}
		return stated(new Column(before.name(), (operation.type() != null) ? operation.type() : before.type(),
				before.nullable(), null, null, before.comment(), computed, before.onUpdate(), null));
	}

	// That it counts implies that it is not null. Without the column as it is, its first
	// number is not told from its next one.
	@Override
	protected String addIdentity(AlterColumn operation, Identity identity) {
		Column before = operation.existing();
		if (before != null) {
			return stated(new Column(before.name(), (operation.type() != null) ? operation.type() : before.type(), true,
					null, identity, before.comment(), null, before.onUpdate(), null));
		}
		SequenceOptions options = identity.options();
		SequenceOptions later = new SequenceOptions(null, options.increment(), options.minValue(), options.noMinValue(),
				options.maxValue(), options.noMaxValue(), options.cache(), options.cycle());
		return super.alterIdentity(operation, new IdentityChange.Alter(identity.always(), later, options.start()));
	}

	@Override
	protected String alterIdentity(AlterColumn operation, IdentityChange.Alter change) {
		words().refuse(change.options().start() != null,
				"way to change the first number of a column that counts, as '%s' does".formatted(operation.column()),
				"Set its next number by restartWith(…).");
		return super.alterIdentity(operation, change);
	}

	private String stated(Column column) {
		String definition = definition(column).substring(words().name(column.name()).length() + 1);
		return definition + ((column.comment() != null) ? " comment " + words().literal(column.comment()) : "");
	}

}
