@NullMarked
package dev.migrator.operation;

import org.jspecify.annotations.NullMarked;
