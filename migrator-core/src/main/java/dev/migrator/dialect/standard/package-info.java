/**
 * What databases have in common, as the SQL standard says it. A database's own dialect
 * extends it where its words differ.
 */
@NullMarked
package dev.migrator.dialect.standard;

import org.jspecify.annotations.NullMarked;
