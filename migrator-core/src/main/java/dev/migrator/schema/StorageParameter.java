package dev.migrator.schema;

/**
 * How a database stores something: {@code fillfactor = 70}.
 *
 * @param name the parameter's name in the database's own words
 * @param value its value in the database's own words
 */
public record StorageParameter(String name, String value) {

}
