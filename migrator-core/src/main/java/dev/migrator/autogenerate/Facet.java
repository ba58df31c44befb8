package dev.migrator.autogenerate;

/**
 * What is compared. Each facet can be switched off; then neither its presence nor its
 * change makes an operation, except that what is created is created whole.
 */
public enum Facet {

	/** Tables that come or go. */
	TABLES,

	/** Columns that come or go. */
	COLUMNS,

	/** Whether columns may be null. */
	NULLABILITY,

	/** The types of columns. */
	TYPES,

	/** The defaults of columns, and what they get by updates. */
	DEFAULTS,

	/** How columns count their values up. */
	IDENTITY,

	/** How columns are computed. */
	COMPUTED,

	/** How text is compared. */
	COLLATIONS,

	/** The comments of tables and columns. */
	COMMENTS,

	/** Primary keys. */
	PRIMARY_KEYS,

	/** Unique constraints. */
	UNIQUE_CONSTRAINTS,

	/** Foreign keys. */
	FOREIGN_KEYS,

	/** Check constraints. */
	CHECKS,

	/** Exclusion constraints. */
	EXCLUSIONS,

	/** Indexes. */
	INDEXES,

	/** The names of constraints and indexes that the application chose. */
	NAMES,

	/** What single databases know of tables. */
	TABLE_OPTIONS,

	/** Sequences. */
	SEQUENCES,

	/** Types of named values. */
	ENUMS,

	/** Types of several attributes. */
	COMPOSITES,

	/** Schemas that are missing. */
	SCHEMAS,

	/** Views, routines and triggers that the application names. */
	STORED_OBJECTS

}
