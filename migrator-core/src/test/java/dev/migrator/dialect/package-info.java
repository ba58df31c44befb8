@NullMarked
package dev.migrator.dialect;

import org.jspecify.annotations.NullMarked;
