package dev.migrator.schema;

/**
 * The type of a column: one of the portable {@link StandardType standard types}, an
 * {@link EnumType enumeration}, a {@link NamedType composite type}, an {@link ArrayType
 * array}, or a {@link RawType type in the database's own words}. {@link Types} makes
 * them.
 */
public sealed interface ColumnType permits StandardType, EnumType, NamedType, ArrayType, RawType {

}
