@NullMarked
package dev.migrator.boot.actuate;

import org.jspecify.annotations.NullMarked;
