/**
 * The revisions in Java. Those in SQL stand among the resources, in a folder of the same
 * name; both kinds form one history.
 */
@NullMarked
package db.migrations;

import org.jspecify.annotations.NullMarked;
