package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.CompositeType;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Drop a type of several attributes (PostgreSQL).
 *
 * @param type the type
 * @param ifExists whether its absence is no error
 * @param cascade whether what depends on it goes too
 * @param dropped the type as it was, or {@code null} if that is not known
 */
public record DropCompositeType(TableName type, boolean ifExists, boolean cascade,
		@Nullable CompositeType dropped) implements CompositeOperation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.dropped).map(CreateCompositeType::new);
	}

}
