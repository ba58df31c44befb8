package dev.migrator.autogenerate.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.IdentifierLimit;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Names constraints and indexes that the target leaves unnamed, so that a later revision
 * can name them: by the naming convention, else by table and columns.
 */
final class KeyNames {

	private final NamingConvention convention;

	private final IdentifierLimit limit;

	private final Set<String> taken = new HashSet<>();

	KeyNames(NamingConvention convention, IdentifierLimit limit) {
		this.convention = convention.within(limit);
		this.limit = limit;
	}

	/**
	 * Keep the names that a table has.
	 * @param table the table
	 */
	void take(Table table) {
		table.constraints().forEach((constraint) -> take(constraint.name()));
		table.indexes().forEach((index) -> take(index.name()));
	}

	private void take(@Nullable String name) {
		if (name != null) {
			this.taken.add(name);
		}
	}

	/**
	 * Have the name of what goes for what comes instead.
	 * @param name the name
	 */
	void free(String name) {
		this.taken.remove(name);
	}

	/**
	 * Name what has no name.
	 * @param key a constraint or an index
	 * @param table its table
	 * @return the same with a name
	 */
	TableKey named(TableKey key, TableName table) {
		if (key.name() != null) {
			return key;
		}
		String byConvention = byConvention(key.create(table));
		String name = (byConvention != null) ? byConvention : plain(key, table);
		for (int i = 2; !this.taken.add(name); i++) {
			name = cut(prefix(key), ((byConvention != null) ? byConvention : plain(key, table)) + "_" + i);
		}
		return key.withName(name);
	}

	private @Nullable String byConvention(Operation create) {
		try {
			Operation named = this.convention.apply(create);
			return (named instanceof AddConstraint add) ? add.constraint().name()
					: ((CreateIndex) named).index().name();
		}
		catch (MigratorException ex) {
			// The pattern asks for a name or a column that there is none of.
			return null;
		}
	}

	private String plain(TableKey key, TableName table) {
		List<String> columns;
		if (key.index() != null) {
			columns = key.index()
				.columns()
				.stream()
				.filter((column) -> !column.expression())
				.map(IndexColumn::text)
				.toList();
		}
		else if (key.constraint() instanceof Constraint.Unique unique) {
			columns = unique.columns();
		}
		else if (key.constraint() instanceof Constraint.ForeignKey foreign) {
			columns = foreign.columns();
		}
		else {
			columns = (key.constraint() instanceof Constraint.PrimaryKey) ? List.of()
					: key.columns().stream().sorted().toList();
		}
		String prefix = prefix(key);
		return cut(prefix, prefix + "_" + table.name() + ((columns.isEmpty()) ? "" : "_" + String.join("_", columns)));
	}

	private static String prefix(TableKey key) {
		return switch (key.facet()) {
			case PRIMARY_KEYS -> "pk";
			case FOREIGN_KEYS -> "fk";
			case UNIQUE_CONSTRAINTS -> "uq";
			case CHECKS -> "ck";
			case EXCLUSIONS -> "ex";
			default -> "ix";
		};
	}

	// A convention knows how to cut a name that is too long.
	private String cut(String prefix, String name) {
		if (this.limit.lengthOf(name) <= this.limit.length()) {
			return name;
		}
		NamingConvention literal = new NamingConvention(Map.of("uq", name), this.limit);
		Operation named = literal
			.apply(new AddConstraint(TableName.of(prefix), new Constraint.Unique(null, List.of(prefix))));
		return String.valueOf(((AddConstraint) named).constraint().name());
	}

}
