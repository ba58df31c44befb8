/**
 * Databases of Docker Compose.
 */
@NullMarked
package dev.migrator.boot.docker.compose;

import org.jspecify.annotations.NullMarked;
