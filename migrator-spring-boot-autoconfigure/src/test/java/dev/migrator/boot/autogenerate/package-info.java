@NullMarked
package dev.migrator.boot.autogenerate;

import org.jspecify.annotations.NullMarked;
