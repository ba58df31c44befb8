package dev.migrator.script.body;

import java.util.List;

import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a revision that is to be written, with what there is to say of it.
 *
 * @param operation the operation, or {@code null} where there is only something to say
 * @param remarks what a reader should know before it, such as that rows are lost; each
 * becomes a comment
 * @param todo what a person has to decide before it may run, or {@code null} if there is
 * nothing: the revision refuses to run until that is done
 */
public record RevisionStep(@Nullable Operation operation, List<String> remarks, @Nullable String todo) {

	public RevisionStep {
		remarks = List.copyOf(remarks);
	}

	/**
	 * Create a step of which nothing is to say.
	 * @param operation the operation
	 * @return the step
	 */
	public static RevisionStep of(Operation operation) {
		return new RevisionStep(operation, List.of(), null);
	}

}
