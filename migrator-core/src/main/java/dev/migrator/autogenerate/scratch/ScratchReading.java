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
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.View;
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

	private final @Nullable String defaultSchema;

	/**
	 * Prepare.
	 * @param dialect what the database speaks
	 * @param rules what tables mean by rules
	 * @param defaultSchema the database's default schema, or {@code null} if it has none
	 */
	ScratchReading(Dialect dialect, TargetMeaning rules, @Nullable String defaultSchema) {
		this.dialect = dialect;
		this.rules = rules;
		this.defaultSchema = defaultSchema;
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
		ScratchTypes types = new ScratchTypes(target, (operation) -> create(operation, session));
		Set<TableName> names = new HashSet<>();
		// A table's name is one of a type, too.
		target.composites().forEach((type) -> names.add(new TableName(null, type.name().name())));
		List<ScratchTable> created = new ArrayList<>();
		for (Table table : tables) {
			int number = created.size();
			TableName name = new TableName(null, table.name().name());
			ScratchTable scratch = new ScratchTable(number, table,
					(names.add(name)) ? name : name.withName("migrator_t_" + number));
			Table copy = scratch.toCreate(types::of);
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
		SchemaTexts texts = new SchemaTexts(replacing(this.dialect.currentSchema(session), true),
				replacing(String.valueOf(this.defaultSchema), false));
		Map<TableName, Table> meanings = new HashMap<>();
		for (ScratchTable scratch : created) {
			Table table = read.get(scratch.name());
			if (table != null) {
				meanings.put(scratch.table().name(), scratch.meaning(table, this.rules.of(scratch.table()), texts));
			}
		}
		return meanings;
	}

	/**
	 * Read views, after the tables of the default schema that they name.
	 * @param views the views
	 * @param others what they name of other schemas, or {@code null} if that is at hand
	 * in the place
	 * @param session the scratch place
	 * @return what the views mean by their names, as far as they could be created
	 */
	Map<TableName, View> views(Collection<View> views, @Nullable OtherSchemas others, SqlSession session) {
		if (others != null) {
			others.create(this.dialect, (operation) -> create(operation, session), session);
		}
		Map<TableName, TableName> created = new HashMap<>();
		for (View view : views) {
			TableName name = (view.name().schema() == null) ? view.name()
					: new TableName((others != null) ? view.name().schema() : null, "migrator_v_" + created.size());
			if (create(new CreateObject(new View(name, view.query(), view.materialized())), session)) {
				created.put(name, view.name());
			}
		}
		if (created.isEmpty()) {
			return Map.of();
		}
		UnaryOperator<String> texts = replacing(this.dialect.currentSchema(session), true);
		Map<TableName, View> meanings = new HashMap<>();
		SchemaFilter filter = (others != null) ? SchemaFilter.defaultAnd(others.schemas()) : SchemaFilter.DEFAULT;
		for (View view : this.dialect.reflect(filter, session).views()) {
			TableName name = created.get(view.name());
			if (name != null) {
				meanings.put(name, new View(name, texts.apply(view.query()), view.materialized()));
			}
		}
		return meanings;
	}

	// The default schema's name stands in expressions, but not before types.
	private UnaryOperator<String> replacing(String schema, boolean byDefault) {
		if (this.defaultSchema == null) {
			return (text) -> text;
		}
		String plain = this.dialect.quote(schema) + ".";
		String quoted = "\"" + schema + "\".";
		String newPlain = (byDefault) ? this.dialect.quote(this.defaultSchema) + "." : "";
		String newQuoted = (byDefault) ? "\"" + this.defaultSchema + "\"." : "";
		return (text) -> text.replace(quoted, newQuoted).replace(plain, newPlain);
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
