package dev.migrator.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ColumnOperation;
import dev.migrator.operation.ComputedChange;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.IdentityChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Identity;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Columns, as they stand in {@code create table} and behind {@code add column}, and
 * statements on them.
 */
public class ColumnSql {

	private final SqlWords words;

	private final ConstraintSql constraints;

	/**
	 * Create the statements.
	 * @param words names, values and types
	 * @param constraints how constraints are written
	 */
	public ColumnSql(SqlWords words, ConstraintSql constraints) {
		this.words = words;
		this.constraints = constraints;
	}

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements
	 */
	public final Stream<String> render(ColumnOperation operation) {
		if (operation instanceof AddColumn add) {
			return add(add);
		}
		return (operation instanceof DropColumn drop) ? drop(drop) : alter((AlterColumn) operation);
	}

	/**
	 * Write a column.
	 * @param column the column
	 * @return its SQL
	 */
	public String definition(Column column) {
		StringBuilder sql = new StringBuilder(this.words.name(column.name())).append(' ')
			.append(this.words.type(column.type()));
		if (column.collation() != null) {
			sql.append(collation(column, column.collation()));
		}
		if (column.defaultValue() != null) {
			sql.append(" default ").append(this.words.defaultValue(column.defaultValue(), column.type()));
		}
		if (column.identity() != null) {
			sql.append(' ').append(identity(column.identity()));
		}
		if (column.computed() != null) {
			sql.append(' ').append(computed(column, column.computed()));
		}
		if (column.onUpdate() != null) {
			sql.append(onUpdate(column, column.onUpdate()));
		}
		return sql.append((column.nullable()) ? "" : " not null").toString();
	}

	/**
	 * Write how a column's text is compared.
	 * @param column the column
	 * @param collation the collation's name
	 * @return the words with a blank before
	 */
	protected String collation(Column column, String collation) {
		return " collate " + this.words.name(collation);
	}

	/**
	 * Write how a column counts.
	 * @param identity how it does
	 * @return the words
	 */
	protected String identity(Identity identity) {
		String options = SequenceSql.options(identity.options()).collect(Collectors.joining(" "));
		return "generated " + generation(identity.always()) + " as identity"
				+ ((options.isEmpty()) ? "" : " (" + options + ")");
	}

	/**
	 * Write whether an insert may name a value of its own.
	 * @param always whether it may not
	 * @return the words
	 */
	protected static String generation(boolean always) {
		return (always) ? "always" : "by default";
	}

	/**
	 * Write how a column is computed.
	 * @param column the column
	 * @param computed how it is
	 * @return the words
	 */
	protected String computed(Column column, Computed computed) {
		return "generated always as (" + computed.expression() + ") " + ((computed.virtual()) ? "virtual" : "stored");
	}

	/**
	 * Write what a column gets where an update names no value.
	 * @param column the column
	 * @param expression what it gets
	 * @return the words with a blank before
	 */
	protected String onUpdate(Column column, String expression) {
		throw SqlWords.unsupported(
				"%s gives a column no other value by itself on each update, as '%s' would have it."
					.formatted(this.words.product(), column.name()),
				"Leave onUpdate(…) out there, for example by op.dialect(), and use a trigger.");
	}

	/**
	 * Add a column, then its comment.
	 * @param operation the operation
	 * @return the statements
	 */
	protected Stream<String> add(AddColumn operation) {
		Column column = operation.column();
		String inline = operation.constraints()
			.stream()
			.map((constraint) -> " " + this.constraints.inline(constraint, column.name()))
			.collect(Collectors.joining());
		return Stream.concat(
				Stream.of(this.words.alterTable(operation.table()) + "add column "
						+ this.words.ifNotExists(operation.ifNotExists()) + definition(column) + inline),
				comment(operation.table(), column));
	}

	/**
	 * Give a new column its comment.
	 * @param table the table
	 * @param column the column
	 * @return the statement, none if it has no comment
	 */
	protected Stream<String> comment(TableName table, Column column) {
		return (column.comment() != null) ? Stream.of(comment(table, column.name(), column.comment())) : Stream.empty();
	}

	protected final String comment(TableName table, String column, String comment) {
		return "comment on column " + this.words.name(table) + "." + this.words.name(column) + " is "
				+ this.words.comment(comment);
	}

	protected Stream<String> drop(DropColumn operation) {
		return Stream
			.of(this.words.alterTable(operation.table()) + "drop column " + this.words.ifExists(operation.ifExists())
					+ this.words.name(operation.column()) + this.words.cascade(operation.cascade()));
	}

	/**
	 * Change a column: what it loses, then its type, how it is computed, whether it may
	 * be null, its default, how it counts, its comment, and its name. A default that
	 * changes together with the type goes before, since the old one may not fit the new
	 * type.
	 * @param operation the operation
	 * @return the statements
	 */
	protected Stream<String> alter(AlterColumn operation) {
		String alter = this.words.alterTable(operation.table()) + "alter column " + this.words.name(operation.column())
				+ " ";
		List<String> statements = new ArrayList<>();
		ColumnType type = operation.type();
		DefaultChange defaultChange = operation.defaultChange();
		if (operation.identity() instanceof IdentityChange.Drop) {
			statements.add(alter + "drop identity");
		}
		if (operation.computed() instanceof ComputedChange.Drop) {
			statements.add(alter + "drop expression");
		}
		if (defaultChange instanceof DefaultChange.Drop || (defaultChange != null && type != null)) {
			statements.add(alter + "drop default");
		}
		if (type != null) {
			statements.add(alter + setType(type, operation.using()));
		}
		if (operation.computed() instanceof ComputedChange.Set set) {
			statements.add(alter + setComputed(operation, set.computed()));
		}
		if (operation.nullable() != null) {
			statements.add(alter + ((operation.nullable()) ? "drop not null" : "set not null"));
		}
		if (defaultChange instanceof DefaultChange.Set set) {
			statements.add(alter + "set default " + this.words.defaultValue(set.newDefault(), typeAfter(operation)));
		}
		if (operation.identity() instanceof IdentityChange.Add add) {
			statements.add(alter + addIdentity(operation, add.identity()));
		}
		if (operation.identity() instanceof IdentityChange.Alter change) {
			statements.add(alter + alterIdentity(operation, change));
		}
		if (operation.comment() != null) {
			statements.add(comment(operation.table(), operation.column(), operation.comment()));
		}
		if (operation.newName() != null) {
			statements.add(rename(operation.table(), operation.column(), operation.newName()));
		}
		return statements.stream();
	}

	/**
	 * Return the type that a column has when it was changed.
	 * @param operation the change
	 * @return the type, or {@code null} if it is not known
	 */
	protected static @Nullable ColumnType typeAfter(AlterColumn operation) {
		if (operation.type() != null) {
			return operation.type();
		}
		return (operation.existing() != null) ? operation.existing().type() : null;
	}

	private String setType(ColumnType type, @Nullable String using) {
		return "set data type " + this.words.type(type) + ((using != null) ? " using " + using : "");
	}

	/**
	 * Write that a column is computed otherwise.
	 * @param operation the change of the column
	 * @param computed how it is
	 * @return what stands behind {@code alter column} and its name
	 */
	protected String setComputed(AlterColumn operation, Computed computed) {
		return "set expression as (" + computed.expression() + ")";
	}

	/**
	 * Write that a column begins to count.
	 * @param operation the change of the column
	 * @param identity how it does
	 * @return what stands behind {@code alter column} and its name
	 */
	protected String addIdentity(AlterColumn operation, Identity identity) {
		return "add " + identity(identity);
	}

	/**
	 * Write that a column counts otherwise.
	 * @param operation the change of the column
	 * @param change how it does
	 * @return what stands behind {@code alter column} and its name
	 */
	protected String alterIdentity(AlterColumn operation, IdentityChange.Alter change) {
		Stream<String> always = (change.always() != null) ? Stream.of("set generated " + generation(change.always()))
				: Stream.empty();
		Stream<String> options = SequenceSql.options(change.options()).map((option) -> "set " + option);
		Stream<String> restart = (change.restart() != null) ? Stream.of("restart with " + change.restart())
				: Stream.empty();
		return Stream.of(always, options, restart).flatMap((part) -> part).collect(Collectors.joining(" "));
	}

	/**
	 * Give a column another name.
	 * @param table the table
	 * @param column the column
	 * @param newName its new name
	 * @return the statement
	 */
	protected String rename(TableName table, String column, String newName) {
		return this.words.alterTable(table) + "rename column " + this.words.name(column) + " to "
				+ this.words.name(newName);
	}

	protected final SqlWords words() {
		return this.words;
	}

}
