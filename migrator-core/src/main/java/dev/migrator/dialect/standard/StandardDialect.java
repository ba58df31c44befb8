package dev.migrator.dialect.standard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.BatchedUpdate;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.standard.Catalog.Presence;
import dev.migrator.operation.Operation;
import dev.migrator.operation.UpdateInBatches;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.IdentifierLimit;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A dialect that is put together from parts, each of which says one theme in the words of
 * the SQL standard unless the database has a part of its own for it.
 */
public abstract class StandardDialect implements Dialect {

	private final Rendering rendering;

	/**
	 * Create a dialect.
	 * @param rendering how it says operations
	 */
	protected StandardDialect(Rendering rendering) {
		this.rendering = rendering;
	}

	@Override
	public String name() {
		return this.rendering.words().dialect();
	}

	@Override
	public final String quote(String identifier) {
		return this.rendering.words().name(identifier);
	}

	@Override
	public final IdentifierLimit identifierLimit() {
		return this.rendering.words().identifiers().limits();
	}

	@Override
	public final String literal(@Nullable Object value) {
		return this.rendering.words().literal(value);
	}

	@Override
	public Instant instant(Object value) {
		return Moments.read(value);
	}

	@Override
	public String currentMoment() {
		return "current_timestamp";
	}

	@Override
	public List<SqlStatement> render(Operation operation) {
		return this.rendering.render(operation);
	}

	@Override
	public final BatchedUpdate batches(UpdateInBatches operation) {
		return this.rendering.data().batches(operation, catalog());
	}

	@Override
	public final Optional<String> conversion(Column before, Column after) {
		return this.rendering.words().types().conversion(before.name(), before.type(), after.type());
	}

	@Override
	public final ColumnType reflected(ColumnType type) {
		return this.rendering.words().types().reflected(type);
	}

	/**
	 * Return how it says operations.
	 * @return the rendering
	 */
	protected final Rendering rendering() {
		return this.rendering;
	}

	@Override
	public final Effect effectOf(SqlStatement statement, SqlSession session) {
		SchemaChange change = SchemaChangeReader.read(statement.sql(), syntax());
		return new CatalogEffects(catalog(), transactionalDdl(), session).of(change);
	}

	/**
	 * Clear away an index that was not completed: a unique index that found duplicates,
	 * or one whose process died, where the database leaves it behind.
	 */
	@Override
	public final List<SqlStatement> beforeRetry(SqlStatement statement, SqlSession session) {
		SchemaChange change = SchemaChangeReader.read(statement.sql(), syntax());
		if (change instanceof SchemaChange.CreateIndex create
				&& catalog().findIndex(create.table(), create.index(), session) == Presence.INCOMPLETE) {
			return List.of(SqlStatement.of("drop index " + create.index().sql()));
		}
		return List.of();
	}

	/**
	 * Return what to ask about a schema.
	 * @return the catalog
	 */
	protected abstract Catalog catalog();

}
