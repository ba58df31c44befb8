/**
 * The application as its own command line: {@code java -jar app.jar migrator <command>}.
 * A command runs in the application's context before any of its beans is made that needs
 * a migrated schema, and ends the process.
 */
@NullMarked
package dev.migrator.boot.command;

import org.jspecify.annotations.NullMarked;
