package dev.migrator.dialect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.ColumnSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ComputedChange;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.IdentityChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Identity;
import dev.migrator.schema.RawType;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Columns of MariaDB and MySQL. All but a default and a name is changed only by stating
 * the column whole; what that leaves out is gone.
 *
 * @see <a href="https://mariadb.com/kb/en/alter-table/#modify-column">MODIFY COLUMN</a>
 */
final class MariadbColumnSql extends ColumnSql {

	private final MariadbConstraintSql constraints;

	private final ServerFeatures features;

	MariadbColumnSql(SqlWords words, MariadbConstraintSql constraints, ServerFeatures features) {
		super(words, constraints);
		this.constraints = constraints;
		this.features = features;
	}

	/**
	 * Write a column. A timestamp that may be null says so: servers may be set to take it
	 * for one that may not.
	 */
	@Override
	public String definition(Column column) {
		StringBuilder sql = new StringBuilder(words().name(column.name())).append(' ')
			.append(words().type(column.type()));
		if (column.collation() != null) {
			sql.append(collation(column, column.collation()));
		}
		if (column.computed() != null) {
			words().refuse(!column.nullable() && !this.features.hasComputedNotNull(),
					"computed column that says it is never null, as '%s' would".formatted(column.name()),
					"Leave notNull() out there, for example by op.dialect().");
			sql.append(' ').append(computed(column, column.computed()));
		}
		if (!column.nullable()) {
			sql.append(" not null");
		}
		else if (column.type() instanceof RawType raw && raw.sql().toLowerCase(Locale.ROOT).startsWith("timestamp")) {
			sql.append(" null");
		}
		if (column.defaultValue() != null) {
			sql.append(" default ").append(defaultValue(column.defaultValue(), column.type()));
		}
		if (column.onUpdate() != null) {
			sql.append(onUpdate(column, column.onUpdate()));
		}
		if (column.identity() != null) {
			check(column.name(), column.identity());
			sql.append(" auto_increment");
		}
		boolean comment = column.comment() != null && !column.comment().isEmpty();
		return sql.append((comment) ? " comment " + words().literal(column.comment()) : "").toString();
	}

	@Override
	protected String onUpdate(Column column, String expression) {
		return " on update " + PresentTime.fitted(expression, column.type());
	}

	private String defaultValue(ColumnDefault defaultValue, @Nullable ColumnType type) {
		if (!(defaultValue instanceof ColumnDefault.Expression expression)) {
			return words().defaultValue(defaultValue, type);
		}
		String sql = DefaultExpression.write(PresentTime.fitted(expression.sql(), type), this.features.mariadb());
		boolean bracketed = this.features.mariadb() || sql.startsWith("(") || type == null
				|| !MariadbTypes.isLong(type);
		return (bracketed) ? sql : "(" + sql + ")";
	}

	private void check(String column, Identity identity) {
		words().refuse(identity.always(),
				"column that counts and takes no value of an insert, as '%s' would".formatted(column),
				"Say byDefault() there, for example by op.dialect().");
		checkOptions(column, identity.options());
	}

	private void checkOptions(String column, SequenceOptions options) {
		SequenceOptions first = new SequenceOptions(options.start(), null, null, false, null, false, null, null);
		words().refuse(!options.equals(first),
				"way to say how a column counts but for its first number, as '%s' would have it".formatted(column),
				"Leave that out there, for example by op.dialect().");
	}

	/**
	 * Add a column with its constraints, which stand beside it: behind a column MySQL
	 * reads a foreign key, and forgets it.
	 */
	@Override
	protected Stream<String> add(AddColumn operation) {
		Column column = operation.column();
		requireConditionalParts(operation.ifNotExists(), "add a column only where it is missing");
		boolean key = operation.constraints()
			.stream()
			.anyMatch((constraint) -> constraint instanceof Constraint.PrimaryKey
					|| constraint instanceof Constraint.Unique);
		if (column.identity() != null && !key) {
			throw needsKey(words(), operation.table(), column.name(), "Say inline() and primaryKey() or unique().");
		}
		if (operation.ifNotExists()) {
			return Stream.of(words().alterTable(operation.table()) + "add column if not exists " + definition(column)
					+ operation.constraints()
						.stream()
						.map((part) -> inline(part, column))
						.collect(Collectors.joining()));
		}
		Stream<String> parts = Stream.concat(Stream.of("add column " + definition(column)),
				operation.constraints().stream().map((constraint) -> "add " + this.constraints.definition(constraint)));
		return Stream.of(words().alterTable(operation.table())
				+ Stream.concat(parts, nextNumber(column.identity())).collect(Collectors.joining(", ")));
	}

	static MigratorException needsKey(SqlWords words, TableName table, String column, String action) {
		return SqlWords
			.unsupported("%s counts up the values of a column only if it is a key from the beginning, as %s.%s is not."
				.formatted(words.product(), table, column), action);
	}

	// What stands behind the column is left out with it.
	private String inline(Constraint constraint, Column column) {
		if (constraint.name() != null) {
			throw SqlWords.unsupported(
					"%s adds the constraint '%s' not together with a column that may be there, as '%s' may."
						.formatted(words().product(), constraint.name(), column.name()),
					"Leave its name out, or add it in a statement of its own.");
		}
		return " " + this.constraints.inline(constraint, column.name());
	}

	private static Stream<String> nextNumber(@Nullable Identity identity) {
		return (identity != null && identity.options().start() != null)
				? Stream.of("auto_increment = " + identity.options().start()) : Stream.empty();
	}

	@Override
	protected Stream<String> drop(DropColumn operation) {
		words().refuse(operation.cascade(), "way to drop with a column what depends on it",
				"Drop that first, for example by op.dialect().");
		requireConditionalParts(operation.ifExists(), "drop a column only where there is one");
		return super.drop(operation);
	}

	private void requireConditionalParts(boolean conditional, String what) {
		if (conditional && !this.features.hasConditionalParts()) {
			throw SqlWords.unsupported("%s cannot %s.".formatted(words().product(), what), "Leave the condition out.");
		}
	}

	/**
	 * Return whether a change states the column whole.
	 * @param operation the change
	 * @return whether more than its default, its name and its next number changes
	 */
	boolean statesColumn(AlterColumn operation) {
		return operation.type() != null || operation.nullable() != null || operation.comment() != null
				|| operation.computed() != null || operation.identity() instanceof IdentityChange.Add
				|| operation.identity() instanceof IdentityChange.Drop || (operation.defaultChange() != null
						&& operation.existing() != null && keepsDefault(operation.existing()));
	}

	/**
	 * Return whether a new default needs all of a column stated. MariaDB leaves it as it
	 * is, without an error, where it is the present time; MySQL takes none that is a
	 * literal for a long text.
	 * @param column the column
	 * @return whether to state it
	 */
	boolean keepsDefault(Column column) {
		return (column.defaultValue() instanceof ColumnDefault.Expression expression
				&& PresentTime.begins(expression.sql()))
				|| (!this.features.mariadb() && MariadbTypes.isLong(column.type()));
	}

	/**
	 * Refuse a change that there are no words for.
	 * @param operation the change
	 */
	void check(AlterColumn operation) {
		if (operation.using() != null) {
			throw SqlWords.unsupported(
					"%s converts values to a new type by itself, and has no place for an expression as that of %s.%s."
						.formatted(words().product(), operation.table(), operation.column()),
					"Leave using(…) out, or add a column, fill it by an update, and drop the old one.");
		}
		if (operation.type() != null && operation.existing() != null) {
			checkCast(operation.existing().type(), operation.type(), operation);
		}
		if (operation.identity() instanceof IdentityChange.Add add) {
			check(operation.column(), add.identity());
		}
		if (operation.identity() instanceof IdentityChange.Alter change) {
			words().refuse(Boolean.TRUE.equals(change.always()),
					"column that counts and takes no value of an insert, as '%s' would".formatted(operation.column()),
					"Say byDefault() there, for example by op.dialect().");
			words().refuse(!change.options().equals(SequenceOptions.NONE),
					"way to say how a column counts but for its next number, as '%s' would have it"
						.formatted(operation.column()),
					"Set its next number by restartWith(…).");
		}
		words().refuse(operation.newName() != null && !statesColumn(operation) && !this.features.hasRenamedParts(),
				"new name for a column such as '%s' in this version".formatted(operation.column()),
				"Name also its type.");
	}

	private void checkCast(ColumnType before, ColumnType after, AlterColumn operation) {
		boolean uuid = isUuid(before) != isUuid(after);
		ColumnType other = (isUuid(before)) ? after : before;
		boolean known = other instanceof StandardType type && switch (type.kind()) {
			case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, FLOAT, NUMERIC, DATE, TIME, TIMESTAMP,
					TIMESTAMP_WITH_TIME_ZONE ->
				true;
			default -> false;
		};
		words().refuse(uuid && known && this.features.hasUuid(),
				"way to make a uuid of a number or a time, or such a value of a uuid, as for %s.%s"
					.formatted(operation.table(), operation.column()),
				"Add a column, fill it by an update, and drop the old one.");
	}

	private static boolean isUuid(ColumnType type) {
		return type instanceof StandardType standard && standard.kind() == StandardType.Kind.UUID;
	}

	/**
	 * Change a column without a look at it: by what the operation says of it.
	 */
	@Override
	protected Stream<String> alter(AlterColumn operation) {
		check(operation);
		if (!statesColumn(operation)) {
			return parts(operation).stream().map((part) -> words().alterTable(operation.table()) + part);
		}
		Column before = operation.existing();
		if (before == null) {
			throw SqlWords.unsupported(
					"%s changes '%s.%s' by stating all of it, which only the database knows."
						.formatted(words().product(), operation.table(), operation.column()),
					"Run this revision online, or say what the column is before by existing(…).");
		}
		return Stream.of(stated(operation, new ExistingColumn(before, "", null)));
	}

	// What is done by clauses of its own.
	private List<String> parts(AlterColumn operation) {
		String column = words().name(operation.column());
		List<String> parts = new ArrayList<>();
		if (operation.defaultChange() instanceof DefaultChange.Drop) {
			parts.add("alter column " + column + " drop default");
		}
		if (operation.defaultChange() instanceof DefaultChange.Set set) {
			ColumnType type = typeAfter(operation);
			String value = defaultValue(set.newDefault(), type);
			// MySQL takes an expression there in brackets only, even the present time
			boolean plain = set.newDefault() instanceof ColumnDefault.Value || value.startsWith("(");
			parts.add("alter column " + column + " set default " + ((plain) ? value : "(" + value + ")"));
		}
		if (operation.identity() instanceof IdentityChange.Alter change && change.restart() != null) {
			parts.add("auto_increment = " + change.restart());
		}
		if (operation.newName() != null) {
			parts.add("rename column " + column + " to " + words().name(operation.newName()));
		}
		return parts;
	}

	/**
	 * Change a column by stating all of it, in one statement.
	 * @param operation the change
	 * @param existing the column as it is
	 * @return the statement
	 */
	String stated(AlterColumn operation, ExistingColumn existing) {
		String oldName = words().name(operation.column());
		String newName = (operation.newName() != null) ? operation.newName() : operation.column();
		Column after = after(operation, existing).withName(newName);
		List<String> parts = new ArrayList<>();
		String check = existing.checkAfter(operation);
		parts.add(((operation.newName() != null) ? "change column " + oldName : "modify column") + " "
				+ definition(after) + existing.more() + ((check != null) ? " check (" + check + ")" : ""));
		if (operation.identity() instanceof IdentityChange.Add add) {
			nextNumber(add.identity()).forEach(parts::add);
		}
		if (operation.identity() instanceof IdentityChange.Alter change && change.restart() != null) {
			parts.add("auto_increment = " + change.restart());
		}
		return words().alterTable(operation.table()) + String.join(", ", parts);
	}

	private static Column after(AlterColumn change, ExistingColumn existing) {
		Column before = existing.column();
		ColumnType type = (change.type() != null) ? change.type() : before.type();
		boolean nullable = (change.nullable() != null) ? change.nullable() : before.nullable();
		return new Column(before.name(), type, nullable, defaultAfter(change, before), identityAfter(change, before),
				(change.comment() != null) ? change.comment() : before.comment(), computedAfter(change, before),
				before.onUpdate(), (MariadbTypes.isText(type)) ? existing.collationAfter(change) : null);
	}

	private static @Nullable ColumnDefault defaultAfter(AlterColumn change, Column before) {
		if (change.defaultChange() instanceof DefaultChange.Set set) {
			return set.newDefault();
		}
		boolean gone = change.defaultChange() != null || change.identity() instanceof IdentityChange.Add
				|| change.computed() instanceof ComputedChange.Set;
		return (gone) ? null : before.defaultValue();
	}

	private static @Nullable Identity identityAfter(AlterColumn change, Column before) {
		if (change.identity() instanceof IdentityChange.Add add) {
			return add.identity();
		}
		return (change.identity() instanceof IdentityChange.Drop || before.identity() == null) ? null
				: Identity.BY_DEFAULT;
	}

	private static @Nullable Computed computedAfter(AlterColumn change, Column before) {
		if (change.computed() instanceof ComputedChange.Set set) {
			return set.computed();
		}
		return (change.computed() != null) ? null : before.computed();
	}

	/**
	 * Give a column another name without a look at it.
	 * @param operation the change
	 * @return the statement
	 */
	String renamed(AlterColumn operation) {
		return rename(operation.table(), operation.column(), String.valueOf(operation.newName()));
	}

	@Override
	protected Stream<String> comment(TableName table, Column column) {
		return Stream.empty();
	}

}
