package dev.migrator.session;

import java.time.LocalDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is to be said to the drivers of MariaDB and MySQL, which would tell moments in the
 * time zone of the client or of the session, and serialise what they do not know.
 */
final class MysqlQuirks extends DriverQuirks {

	private final boolean uuid;

	/**
	 * Create the quirks.
	 * @param database the database: MariaDB has a type for UUIDs since 10.7
	 */
	MysqlQuirks(DatabaseInfo database) {
		this.uuid = database.product().equalsIgnoreCase("MariaDB") && database.isAtLeast(10, 7);
	}

	@Override
	@Nullable Object bindable(@Nullable Object value) {
		if (value instanceof UUID id) {
			return (this.uuid) ? id.toString() : MysqlValues.bytes(id);
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof CharSequence || value instanceof Character) {
			return value.toString();
		}
		LocalDateTime moment = MysqlValues.moment(value);
		return (moment != null) ? moment : value;
	}

}
