@NullMarked
package dev.migrator.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
