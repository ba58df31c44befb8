/**
 * What the tests of several packages share.
 */
@NullMarked
package dev.migrator.boot.test;

import org.jspecify.annotations.NullMarked;
