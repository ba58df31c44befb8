@NullMarked
package dev.migrator.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
