@NullMarked
package dev.migrator.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
