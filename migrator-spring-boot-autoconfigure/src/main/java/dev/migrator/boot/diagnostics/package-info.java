/**
 * Reports of what keeps an application from starting.
 */
@NullMarked
package dev.migrator.boot.diagnostics;

import org.jspecify.annotations.NullMarked;
