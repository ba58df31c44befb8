/**
 * A revision with a value that is nobody's business.
 */
@NullMarked
package dev.migrator.boot.actuate.secret;

import org.jspecify.annotations.NullMarked;
