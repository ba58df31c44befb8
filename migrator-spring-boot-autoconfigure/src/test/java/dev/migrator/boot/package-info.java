@NullMarked
package dev.migrator.boot;

import org.jspecify.annotations.NullMarked;
