package dev.migrator.dialect.standard;

import java.util.stream.Stream;

import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.EnumOperation;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.schema.TableName;

/**
 * Statements on types of named values, where such types are not by themselves: each
 * column's type lists the values, so that there is nothing to create, and no one place to
 * change them.
 */
public class EnumSql {

	private final SqlWords words;

	/**
	 * Create the statements.
	 * @param words names, values and types
	 */
	public EnumSql(SqlWords words) {
		this.words = words;
	}

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements
	 */
	public final Stream<String> render(EnumOperation operation) {
		if (operation instanceof CreateEnum create) {
			return create(create);
		}
		if (operation instanceof AddEnumValue add) {
			return addValue(add);
		}
		if (operation instanceof RenameEnumValue rename) {
			return renameValue(rename);
		}
		return (operation instanceof RenameEnum rename) ? rename(rename) : drop((DropEnum) operation);
	}

	protected Stream<String> create(CreateEnum operation) {
		return Stream.empty();
	}

	protected Stream<String> addValue(AddEnumValue operation) {
		throw notByItself(operation.type());
	}

	protected Stream<String> renameValue(RenameEnumValue operation) {
		throw notByItself(operation.type());
	}

	protected Stream<String> rename(RenameEnum operation) {
		return Stream.empty();
	}

	protected Stream<String> drop(DropEnum operation) {
		if (operation.cascade()) {
			throw notByItself(operation.type());
		}
		return Stream.empty();
	}

	private MigratorException notByItself(TableName type) {
		return SqlWords.unsupported(
				"%s has no type '%s' by itself, but the values in the type of each column that has them."
					.formatted(this.words.product(), type),
				"Change the type of these columns there, for example by op.dialect().");
	}

	protected final SqlWords words() {
		return this.words;
	}

}
