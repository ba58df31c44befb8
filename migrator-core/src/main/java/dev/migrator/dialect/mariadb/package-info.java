/**
 * MariaDB, from version 10.5, and MySQL, from version 8.0, which have most of their
 * language in common.
 */
@NullMarked
package dev.migrator.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
