/**
 * Revisions in Java, found by their location.
 */
@NullMarked
package dev.migrator.boot.migrations;

import org.jspecify.annotations.NullMarked;
