package dev.migrator.schema;

/**
 * What a single database knows of a table. Other databases do not look at it.
 *
 * @param dialect the database's name, such as {@code postgresql}
 * @param name the option, one of those that the database's dialect lists
 * @param value its value in the database's own words
 */
public record TableOption(String dialect, String name, String value) {

}
