@NullMarked
package dev.migrator.revision;

import org.jspecify.annotations.NullMarked;
