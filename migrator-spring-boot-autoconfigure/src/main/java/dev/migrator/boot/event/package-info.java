/**
 * Application events that tell of migrations.
 */
@NullMarked
package dev.migrator.boot.event;

import org.jspecify.annotations.NullMarked;
