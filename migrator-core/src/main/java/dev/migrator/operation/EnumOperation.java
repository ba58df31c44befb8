package dev.migrator.operation;

/**
 * What is done to a type of named values.
 */
public sealed interface EnumOperation extends Operation
		permits CreateEnum, AddEnumValue, RenameEnumValue, RenameEnum, DropEnum {

}
