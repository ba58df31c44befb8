@NullMarked
package dev.migrator.execution;

import org.jspecify.annotations.NullMarked;
