package dev.migrator.dialect.postgresql;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.EnumSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameEnumValue;

/**
 * Types of named values of PostgreSQL, which stand beside the tables.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">Enumerated
 * Types</a>
 */
final class PostgresqlEnumSql extends EnumSql {

	PostgresqlEnumSql(SqlWords words) {
		super(words);
	}

	@Override
	protected Stream<String> create(CreateEnum operation) {
		return Stream.of(operation.values()
			.stream()
			.map(words()::literal)
			.collect(Collectors.joining(", ", "create type " + words().name(operation.type()) + " as enum (", ")")));
	}

	@Override
	protected Stream<String> addValue(AddEnumValue operation) {
		String place = "";
		if (operation.before() != null) {
			place = " before " + words().literal(operation.before());
		}
		if (operation.after() != null) {
			place = " after " + words().literal(operation.after());
		}
		return Stream.of("alter type " + words().name(operation.type()) + " add value "
				+ words().ifNotExists(operation.ifNotExists()) + words().literal(operation.value()) + place);
	}

	@Override
	protected Stream<String> renameValue(RenameEnumValue operation) {
		return Stream.of("alter type " + words().name(operation.type()) + " rename value "
				+ words().literal(operation.value()) + " to " + words().literal(operation.newValue()));
	}

	@Override
	protected Stream<String> rename(RenameEnum operation) {
		return Stream
			.of("alter type " + words().name(operation.type()) + " rename to " + words().name(operation.newName()));
	}

	@Override
	protected Stream<String> drop(DropEnum operation) {
		return Stream.of("drop type " + words().ifExists(operation.ifExists()) + words().name(operation.type())
				+ words().cascade(operation.cascade()));
	}

}
