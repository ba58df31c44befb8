/**
 * Autogenerate: compares what a database has with what the application wants, and says
 * the operations between them.
 */
@NullMarked
package dev.migrator.autogenerate;

import org.jspecify.annotations.NullMarked;
