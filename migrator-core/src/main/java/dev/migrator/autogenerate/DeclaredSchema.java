package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.OperationTarget;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Row;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Index;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A schema that is declared in the words of migrations, for an application that has no
 * entities: what the operations create is what there is to be, however it comes about.
 * SQLAlchemy's {@code MetaData}.
 *
 * @see <a href="https://docs.sqlalchemy.org/en/20/core/metadata.html">Describing
 * Databases with MetaData in SQLAlchemy's manual</a>
 */
public final class DeclaredSchema {

	private DeclaredSchema() {
	}

	/**
	 * Declare a schema.
	 * @param declaration creates all that there is to be; what does something else is
	 * refused
	 * @return the schema
	 * @throws MigratorException {@code CONFIGURATION} if something is created twice, if
	 * what belongs to a table stands before it or names a column that it has not, or if
	 * an operation creates nothing
	 */
	public static Schema of(Consumer<Operations> declaration) {
		Declaration target = new Declaration();
		Operations operations = new Operations(target);
		declaration.accept(operations);
		operations.flush();
		new DeclaredColumns(target.tables).check();
		return target.schema();
	}

	/**
	 * Puts together what operations create.
	 */
	private static final class Declaration implements OperationTarget {

		private final List<String> schemas = new ArrayList<>();

		private final Map<TableName, Table> tables = new LinkedHashMap<>();

		private final List<Sequence> sequences = new ArrayList<>();

		private final List<EnumType> enums = new ArrayList<>();

		private final List<CompositeType> composites = new ArrayList<>();

		private final List<StoredObject> objects = new ArrayList<>();

		@Override
		public long apply(Operation operation) {
			if (operation instanceof CreateTable create) {
				Table table = create.table();
				if (this.tables.putIfAbsent(table.name(), table) != null) {
					throw new MigratorException(ErrorCategory.CONFIGURATION,
							"The schema declares the table %s twice.".formatted(table.name()),
							"Declare it once, with all its columns.");
				}
			}
			else if (operation instanceof CreateIndex create) {
				change(create.table(), (table) -> with(table, create.index()));
			}
			else if (operation instanceof AddConstraint add) {
				change(add.table(), (table) -> with(table, add.constraint()));
			}
			else if (operation instanceof SetTableComment set) {
				change(set.table(), (table) -> new Table(table.name(), table.columns(), table.constraints(),
						table.indexes(), set.comment(), table.options()));
			}
			else if (operation instanceof CreateSequence create) {
				this.sequences.add(create.sequence());
			}
			else if (operation instanceof CreateEnum create) {
				this.enums.add(new EnumType(create.type(), create.values()));
			}
			else if (operation instanceof CreateCompositeType create) {
				this.composites.add(create.composite());
			}
			else if (operation instanceof CreateObject create) {
				this.objects.add(create.object());
			}
			else if (operation instanceof CreateSchema create) {
				this.schemas.add(create.schema());
			}
			else {
				throw notDeclared("%s creates nothing.".formatted(operation.getClass().getSimpleName()));
			}
			return 0;
		}

		private void change(TableName name, UnaryOperator<Table> change) {
			if (this.tables.computeIfPresent(name, (key, table) -> change.apply(table)) == null) {
				throw new MigratorException(ErrorCategory.CONFIGURATION,
						"The schema declares something of the table %s before the table itself.".formatted(name),
						"Create the table first.");
			}
		}

		private static Table with(Table table, Index index) {
			List<Index> indexes = new ArrayList<>(table.indexes());
			indexes.add(index);
			return new Table(table.name(), table.columns(), table.constraints(), indexes, table.comment(),
					table.options());
		}

		private static Table with(Table table, Constraint constraint) {
			List<Constraint> constraints = new ArrayList<>(table.constraints());
			constraints.add(constraint);
			return new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment(),
					table.options());
		}

		private Schema schema() {
			return new Schema(this.schemas, List.copyOf(this.tables.values()), this.sequences, this.enums,
					this.composites, objects(View.class), objects(Routine.class), objects(Trigger.class));
		}

		private <T> List<T> objects(Class<T> type) {
			return this.objects.stream().filter(type::isInstance).map(type::cast).toList();
		}

		@Override
		public String dialect() {
			throw notDeclared("It is for any database, and cannot ask which one it is.");
		}

		@Override
		public boolean isOffline() {
			return true;
		}

		@Override
		public List<Row> query(String sql, List<@Nullable Object> binds) {
			throw notDeclared("It has no database to query.");
		}

		@Override
		public JdbcClient jdbc() {
			throw notDeclared("It has no connection.");
		}

		@Override
		public void autocommit(Runnable work) {
			work.run();
		}

		private static MigratorException notDeclared(String problem) {
			return new MigratorException(ErrorCategory.CONFIGURATION,
					"A schema only says what there is to be: " + problem,
					"Leave only what creates tables, indexes, constraints, sequences, enumerations, composite types, views, routines and triggers.");
		}

	}

}
