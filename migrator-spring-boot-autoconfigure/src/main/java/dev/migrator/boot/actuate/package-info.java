/**
 * The actuator endpoint {@code migrations}.
 */
@NullMarked
package dev.migrator.boot.actuate;

import org.jspecify.annotations.NullMarked;
