package dev.migrator.dialect.standard;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.operation.ColumnOperation;
import dev.migrator.operation.CompositeOperation;
import dev.migrator.operation.ConstraintOperation;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.DataOperation;
import dev.migrator.operation.EnumOperation;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.IndexOperation;
import dev.migrator.operation.ObjectOperation;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SchemaOperation;
import dev.migrator.operation.SequenceOperation;
import dev.migrator.operation.TableOperation;
import dev.migrator.session.SqlStatement;

/**
 * Says operations in a database's words, each theme by a part of its own.
 *
 * @param words names, values and types
 * @param tables statements on whole tables
 * @param columns columns, and statements on them
 * @param indexes statements on indexes
 * @param constraints constraints, and statements on them
 * @param sequences statements on sequences
 * @param enums statements on types of named values
 * @param composites statements on types of several attributes
 * @param schemas statements on schemas
 * @param objects statements on views, functions, procedures and triggers
 * @param data statements on rows
 */
public record Rendering(SqlWords words, TableSql tables, ColumnSql columns, IndexSql indexes, ConstraintSql constraints,
		SequenceSql sequences, EnumSql enums, CompositeSql composites, SchemaSql schemas, ObjectSql objects,
		DataSql data) {

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements in order
	 */
	public List<SqlStatement> render(Operation operation) {
		if (operation instanceof ExecuteSql execute) {
			return List.of(new SqlStatement(execute.sql(), execute.binds()));
		}
		if (operation instanceof CustomOperation custom) {
			return custom.expand(this.words.dialect()).stream().flatMap((part) -> render(part).stream()).toList();
		}
		if (operation instanceof DataOperation rows) {
			return this.data.render(rows);
		}
		return definition(operation).map(SqlStatement::of).toList();
	}

	private Stream<String> definition(Operation operation) {
		if (operation instanceof TableOperation table) {
			return this.tables.render(table);
		}
		if (operation instanceof ColumnOperation column) {
			return this.columns.render(column);
		}
		if (operation instanceof IndexOperation index) {
			return this.indexes.render(index);
		}
		if (operation instanceof ConstraintOperation constraint) {
			return this.constraints.render(constraint);
		}
		if (operation instanceof SequenceOperation sequence) {
			return this.sequences.render(sequence);
		}
		if (operation instanceof EnumOperation type) {
			return this.enums.render(type);
		}
		if (operation instanceof CompositeOperation type) {
			return this.composites.render(type);
		}
		return (operation instanceof SchemaOperation schema) ? this.schemas.render(schema)
				: this.objects.render((ObjectOperation) operation);
	}

}
