@NullMarked
package dev.migrator.dialect.h2;

import org.jspecify.annotations.NullMarked;
