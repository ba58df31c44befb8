/**
 * Databases in containers of Testcontainers.
 */
@NullMarked
package dev.migrator.boot.testcontainers;

import org.jspecify.annotations.NullMarked;
