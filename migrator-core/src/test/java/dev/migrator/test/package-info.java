/**
 * What the tests of several packages share.
 */
@NullMarked
package dev.migrator.test;

import org.jspecify.annotations.NullMarked;
