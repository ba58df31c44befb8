package dev.migrator.operation;

/**
 * Something that a migration does, as data. Running it, printing it, checking it for
 * danger and turning it into source are readers of the same record.
 */
public sealed interface Operation permits CreateTable, DropTable, RenameTable, AddColumn, DropColumn, AlterColumn,
		CreateIndex, DropIndex, AddConstraint, DropConstraint, ExecuteSql, InsertRows, UpdateRows, DeleteRows {

}
