@NullMarked
package dev.migrator.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
