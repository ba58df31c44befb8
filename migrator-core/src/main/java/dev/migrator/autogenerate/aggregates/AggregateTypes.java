package dev.migrator.autogenerate.aggregates;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import dev.migrator.schema.Types;

import org.springframework.util.ClassUtils;

/**
 * The types of columns for the types of properties. Properties say less than columns do,
 * so that several types of columns serve one of theirs.
 */
final class AggregateTypes {

	private static final Map<Class<?>, ColumnType> KNOWN = known();

	private AggregateTypes() {
	}

	private static Map<Class<?>, ColumnType> known() {
		Map<Class<?>, ColumnType> types = new HashMap<>();
		types.put(String.class, Types.varchar(255));
		types.put(Character.class, Types.character(1));
		types.put(Boolean.class, Types.bool());
		types.put(Byte.class, Types.tinyint());
		types.put(Short.class, Types.smallint());
		types.put(Integer.class, Types.integer());
		types.put(Long.class, Types.bigint());
		types.put(Float.class, Types.real());
		types.put(Double.class, Types.doublePrecision());
		types.put(BigDecimal.class, Types.numeric(38, 2));
		types.put(BigInteger.class, Types.numeric(38));
		types.put(UUID.class, Types.uuid());
		types.put(byte[].class, Types.varbinary());
		types.put(LocalDate.class, Types.date());
		types.put(LocalTime.class, Types.time());
		types.put(OffsetTime.class, Types.timeWithTimeZone());
		types.put(LocalDateTime.class, Types.timestamp());
		types.put(Instant.class, Types.timestampWithTimeZone());
		types.put(OffsetDateTime.class, Types.timestampWithTimeZone());
		types.put(ZonedDateTime.class, Types.timestampWithTimeZone());
		types.put(Date.class, Types.timestamp());
		types.put(java.sql.Timestamp.class, Types.timestamp());
		types.put(java.sql.Date.class, Types.date());
		types.put(java.sql.Time.class, Types.time());
		return Map.copyOf(types);
	}

	static Set<Class<?>> simple() {
		return KNOWN.keySet();
	}

	static Optional<ColumnType> of(Class<?> type) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		ColumnType known = KNOWN.get(boxed);
		if (known == null && Enum.class.isAssignableFrom(boxed)) {
			known = Types.varchar(255);
		}
		return Optional.ofNullable(known);
	}

	static boolean isCounted(ColumnType type) {
		return type instanceof StandardType standard && (standard.kind() == Kind.INTEGER
				|| standard.kind() == Kind.BIGINT || standard.kind() == Kind.SMALLINT);
	}

	/**
	 * Return whether a column serves a property.
	 * @param wanted the type for the property
	 * @param there the column's type
	 * @return whether it may stay as it is
	 */
	static boolean serves(ColumnType wanted, ColumnType there) {
		if (wanted instanceof ArrayType array) {
			return !(there instanceof ArrayType other) || serves(array.element(), other.element());
		}
		if (there instanceof RawType || there instanceof EnumType) {
			return true;
		}
		return wanted instanceof StandardType one && there instanceof StandardType other
				&& family(one.kind()) == family(other.kind());
	}

	private static Kind family(Kind kind) {
		return switch (kind) {
			case CHAR, TEXT, CLOB, JSON, XML -> Kind.VARCHAR;
			case BINARY, BLOB -> Kind.VARBINARY;
			case TINYINT -> Kind.SMALLINT;
			case FLOAT -> Kind.DOUBLE;
			case TIME_WITH_TIME_ZONE -> Kind.TIME;
			case TIMESTAMP_WITH_TIME_ZONE -> Kind.TIMESTAMP;
			default -> kind;
		};
	}

}
