package dev.migrator.autogenerate.scratch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.migrator.autogenerate.compare.SerialColumns;
import dev.migrator.autogenerate.compare.TargetMeaning;
import dev.migrator.dialect.Dialect;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the database itself say what tables mean that are wanted: they are created in a
 * scratch place and read back like all others. What cannot be created there means what
 * the rules say.
 */
final class ScratchReading {

	private static final Logger logger = LoggerFactory.getLogger(ScratchReading.class);

	private final Dialect dialect;

	private final TargetMeaning rules;

	private final UnaryOperator<String> texts;

	private final Map<TableName, EnumType> enums = new HashMap<>();

	/**
	 * Prepare.
	 * @param dialect what the database speaks
	 * @param rules what tables mean by rules
	 * @param defaultSchema the database's default schema, or {@code null} if it has none
	 */
	ScratchReading(Dialect dialect, TargetMeaning rules, @Nullable String defaultSchema) {
		this.dialect = dialect;
		this.rules = rules;
		String prefix = (defaultSchema != null) ? dialect.quote(defaultSchema) + "." : "";
		this.texts = (text) -> (prefix.isEmpty()) ? text : text.replace(prefix, "");
	}

	/**
	 * Read tables.
	 * @param tables the tables
	 * @param target all that is wanted
	 * @param session the scratch place
	 * @return what the tables mean by their names, as far as they could be created
	 */
	Map<TableName, Table> read(Collection<Table> tables, Schema target, SqlSession session) {
		for (Sequence sequence : target.sequences()) {
			if (sequence.name().schema() == null && sequence.owner() == null) {
				create(new CreateSequence(sequence, false), session);
			}
		}
		Set<TableName> names = new HashSet<>();
		List<ScratchTable> created = new ArrayList<>();
		for (Table table : tables) {
			int number = created.size();
			TableName name = new TableName(null, table.name().name());
			ScratchTable scratch = new ScratchTable(number, table,
					(names.add(name)) ? name : name.withName("migrator_t_" + number));
			Table copy = scratch.toCreate((type) -> scratch(type, session));
			if (create(new CreateTable(copy, false), session)) {
				created.add(scratch);
			}
		}
		if (created.isEmpty()) {
			return Map.of();
		}
		Map<TableName, Table> read = new HashMap<>();
		SerialColumns.of(this.dialect.reflect(SchemaFilter.DEFAULT, session))
			.schema()
			.tables()
			.forEach((table) -> read.put(table.name(), table));
		Map<TableName, Table> meanings = new HashMap<>();
		for (ScratchTable scratch : created) {
			Table table = read.get(scratch.name());
			if (table != null) {
				meanings.put(scratch.table().name(),
						scratch.meaning(table, this.rules.of(scratch.table()), this.texts));
			}
		}
		return meanings;
	}

	private ColumnType scratch(ColumnType type, SqlSession session) {
		if (type instanceof ArrayType array) {
			return new ArrayType(scratch(array.element(), session), array.length());
		}
		if (!(type instanceof EnumType values) || values.name() == null) {
			return type;
		}
		EnumType known = this.enums.get(values.name());
		if (known == null) {
			String name = (values.name().schema() == null) ? values.name().name() : "migrator_e_" + this.enums.size();
			known = new EnumType(new TableName(null, name), values.values());
			this.enums.put(values.name(), known);
			create(new CreateEnum(new TableName(null, name), values.values()), session);
		}
		return known;
	}

	private boolean create(Operation operation, SqlSession session) {
		boolean transaction = session.inTransaction();
		if (transaction) {
			session.execute(SqlStatement.of("savepoint migrator_scratch"));
		}
		try {
			this.dialect.render(operation).forEach(session::execute);
			return true;
		}
		catch (SqlSessionException | MigratorException ex) {
			logger.debug("Not created in the scratch place: {}", operation, ex);
			if (transaction) {
				session.execute(SqlStatement.of("rollback to savepoint migrator_scratch"));
			}
			return false;
		}
	}

}
