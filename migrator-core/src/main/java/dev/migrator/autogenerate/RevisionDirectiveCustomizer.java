package dev.migrator.autogenerate;

import java.util.List;
import java.util.function.Function;

import dev.migrator.operation.Operation;

/**
 * Sees the operations that were found before a revision is written of them, and may add,
 * change or remove some. Beans of this type are asked in their order, each with what the
 * one before it returned; a revision of no operations is not written.
 *
 * @see <a href=
 * "https://alembic.sqlalchemy.org/en/latest/api/autogenerate.html#customizing-revision-generation">Customizing
 * Revision Generation in Alembic's manual</a>
 */
@FunctionalInterface
public interface RevisionDirectiveCustomizer {

	/**
	 * Change what was found.
	 * @param changes the operations of the upgrade and of the downgrade, and what there
	 * is to say of them
	 * @return what is written
	 */
	Changes customize(Changes changes);

	/**
	 * Put others in the place of each operation of a type, in both directions, as
	 * Alembic's {@code Rewriter}.
	 * @param <O> the type
	 * @param type the type, such as {@code CreateTable}
	 * @param rewrite says what stands in an operation's place: itself, others that take
	 * its remarks, or nothing
	 * @return the customizer
	 */
	static <O extends Operation> RevisionDirectiveCustomizer rewrites(Class<O> type,
			Function<O, ? extends List<? extends Operation>> rewrite) {
		return (changes) -> RewrittenChanges.of(changes,
				(operation) -> (type.isInstance(operation)) ? rewrite.apply(type.cast(operation)) : List.of(operation));
	}

}
