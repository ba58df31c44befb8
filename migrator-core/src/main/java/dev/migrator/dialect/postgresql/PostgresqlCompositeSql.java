package dev.migrator.dialect.postgresql;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.CompositeSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.AddAttribute;
import dev.migrator.operation.AlterAttribute;
import dev.migrator.operation.CompositeOperation;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.DropAttribute;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.RenameAttribute;
import dev.migrator.operation.RenameCompositeType;
import dev.migrator.schema.CompositeType.Attribute;

/**
 * Types of several attributes of PostgreSQL, which stand beside the tables.
 *
 * @see <a href="https://www.postgresql.org/docs/current/rowtypes.html">Composite
 * Types</a>
 */
final class PostgresqlCompositeSql extends CompositeSql {

	PostgresqlCompositeSql(SqlWords words) {
		super(words);
	}

	@Override
	public Stream<String> render(CompositeOperation operation) {
		String type = words().name(operation.type());
		if (operation instanceof CreateCompositeType create) {
			return Stream.of(create.composite()
				.attributes()
				.stream()
				.map(this::attribute)
				.collect(Collectors.joining(", ", "create type " + type + " as (", ")")));
		}
		if (operation instanceof DropCompositeType drop) {
			return Stream.of("drop type " + words().ifExists(drop.ifExists()) + type + words().cascade(drop.cascade()));
		}
		return Stream.of("alter type " + type + " " + change(operation));
	}

	private String change(CompositeOperation operation) {
		if (operation instanceof AddAttribute add) {
			return "add attribute " + attribute(add.attribute()) + words().cascade(add.cascade());
		}
		if (operation instanceof AlterAttribute alter) {
			return "alter attribute " + words().name(alter.attribute()) + " type " + words().type(alter.newType())
					+ words().cascade(alter.cascade());
		}
		if (operation instanceof RenameAttribute rename) {
			return "rename attribute " + words().name(rename.attribute()) + " to " + words().name(rename.newName())
					+ words().cascade(rename.cascade());
		}
		if (operation instanceof DropAttribute drop) {
			return "drop attribute " + words().ifExists(drop.ifExists()) + words().name(drop.attribute())
					+ words().cascade(drop.cascade());
		}
		return "rename to " + words().name(((RenameCompositeType) operation).newName());
	}

	private String attribute(Attribute attribute) {
		return words().name(attribute.name()) + " " + words().type(attribute.type());
	}

}
