/**
 * Which dialect a database speaks. It stands apart because it knows all dialects, while
 * they know their parent package only.
 */
@NullMarked
package dev.migrator.dialect.registry;

import org.jspecify.annotations.NullMarked;
