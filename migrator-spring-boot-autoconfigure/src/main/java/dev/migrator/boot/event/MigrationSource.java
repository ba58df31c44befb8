package dev.migrator.boot.event;

import dev.migrator.Migrator;

/**
 * Who migrates.
 *
 * @param name the name of the bean
 * @param migrator the migrator
 */
public record MigrationSource(String name, Migrator migrator) {

}
