package dev.migrator.schema;

/**
 * What a foreign key does when the row it names changes or goes.
 */
public enum ReferentialAction {

	NO_ACTION, RESTRICT, CASCADE, SET_NULL, SET_DEFAULT

}
