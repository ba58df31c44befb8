/**
 * How one database speaks: operations become its SQL, and its catalogs are read. One
 * sub-package a database.
 */
@NullMarked
package dev.migrator.dialect;

import org.jspecify.annotations.NullMarked;
