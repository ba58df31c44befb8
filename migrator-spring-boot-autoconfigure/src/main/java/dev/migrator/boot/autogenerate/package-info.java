/**
 * Autogenerate in an application: what its database is to have, gathered from its
 * entities, aggregates and beans, and compared with what its database has.
 */
@NullMarked
package dev.migrator.boot.autogenerate;

import org.jspecify.annotations.NullMarked;
