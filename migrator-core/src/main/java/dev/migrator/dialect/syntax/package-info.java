/**
 * How each database writes SQL: a lexer, and what needs no more than tokens. It splits a
 * script into statements, tells their kind, fills placeholders in and takes fingerprints,
 * all without a database and in time linear in the length of the text.
 */
@NullMarked
package dev.migrator.dialect.syntax;

import org.jspecify.annotations.NullMarked;
