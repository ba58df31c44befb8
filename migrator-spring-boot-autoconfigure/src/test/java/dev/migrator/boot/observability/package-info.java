@NullMarked
package dev.migrator.boot.observability;

import org.jspecify.annotations.NullMarked;
