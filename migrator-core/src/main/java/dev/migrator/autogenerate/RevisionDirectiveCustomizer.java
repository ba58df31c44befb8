package dev.migrator.autogenerate;

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

}
