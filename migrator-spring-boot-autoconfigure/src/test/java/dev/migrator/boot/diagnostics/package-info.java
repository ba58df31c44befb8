@NullMarked
package dev.migrator.boot.diagnostics;

import org.jspecify.annotations.NullMarked;
