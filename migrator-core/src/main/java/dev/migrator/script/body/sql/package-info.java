/**
 * Operations as SQL source: the statements of one database.
 */
@NullMarked
package dev.migrator.script.body.sql;

import org.jspecify.annotations.NullMarked;
