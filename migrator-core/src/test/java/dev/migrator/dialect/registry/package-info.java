@NullMarked
package dev.migrator.dialect.registry;

import org.jspecify.annotations.NullMarked;
