package dev.migrator.script;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@link Migration} a revision: a node of the graph.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

	/**
	 * What names the revision for ever: any text without {@code @ - + :} and white space.
	 * @return the id
	 */
	String id();

	/**
	 * The ids of the revisions that it follows: none for a base, several for a merge.
	 * @return the ids
	 */
	String[] downRevision() default {};

	/**
	 * What it does, in a few words.
	 * @return the message
	 */
	String message() default "";

	/**
	 * When it was written, such as {@code 2026-01-15T10:00:00Z}.
	 * @return a moment in ISO-8601 form, or nothing
	 */
	String createdAt() default "";

	/**
	 * The names of the branch that begins here.
	 * @return the labels
	 */
	String[] branchLabels() default {};

	/**
	 * The ids or branch labels of revisions that must be applied before, though it does
	 * not follow them.
	 * @return the ids or labels
	 */
	String[] dependsOn() default {};

	/**
	 * The ids of the revisions that it stands for.
	 * @return the ids
	 */
	String[] replaces() default {};

	/**
	 * Whether it runs in a transaction.
	 * @return {@code false} for what cannot run in one
	 */
	boolean transactional() default true;

}
