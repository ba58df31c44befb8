/**
 * Auto-configuration: a migrator, run before whatever uses the database.
 */
@NullMarked
package dev.migrator.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
