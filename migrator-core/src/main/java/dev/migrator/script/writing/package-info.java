/**
 * New revision files in a project: where they go, how they are written without harm to
 * what is there, and what runs afterwards.
 */
@NullMarked
package dev.migrator.script.writing;

import org.jspecify.annotations.NullMarked;
