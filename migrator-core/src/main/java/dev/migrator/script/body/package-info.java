/**
 * The bodies of generated revisions: operations with what there is to say of them, as
 * source.
 */
@NullMarked
package dev.migrator.script.body;

import org.jspecify.annotations.NullMarked;
