package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.hibernate.boot.Metadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a table of Hibernate's model.
 */
final class TableReader {

	private static final Logger logger = LoggerFactory.getLogger(TableReader.class);

	private final HibernateNames names;

	private final ColumnOrder order;

	private final ColumnReader columns;

	private final KeyReader keys;

	private final ForeignKeyReader foreignKeys;

	private final CheckReader checks;

	private final IndexReader indexes;

	TableReader(Metadata metadata, Dialect dialect, HibernateNames names, NamedEnums enums, TypeReader types) {
		this.names = names;
		this.order = new ColumnOrder(metadata);
		this.columns = new ColumnReader(metadata, names, types, dialect.syntax());
		this.keys = new KeyReader(names);
		this.foreignKeys = new ForeignKeyReader(names, dialect.syntax());
		this.checks = new CheckReader(metadata, names, enums);
		this.indexes = new IndexReader(names, dialect.syntax());
	}

	Table read(org.hibernate.mapping.Table table) {
		TableName name = this.names.table(table);
		warnOf("options", table.getOptions(), name);
		warnOf("extra declarations", table.getExtraDeclarations(), name);
		List<Column> found = this.order.of(table).stream().map((column) -> this.columns.read(column, table)).toList();
		List<Constraint> constraints = new ArrayList<>(this.keys.read(table));
		constraints.addAll(this.foreignKeys.read(table));
		constraints.addAll(this.checks.read(table));
		List<Index> ordered = this.indexes.read(table);
		return new Table(name, found, constraints, ordered, table.getComment()).sorted();
	}

	private static void warnOf(String what, String text, TableName name) {
		if (text != null && !text.isBlank()) {
			logger.warn("The {} '{}' of the table {} are no part of generated revisions; write them by hand", what,
					text, name);
		}
	}

}
