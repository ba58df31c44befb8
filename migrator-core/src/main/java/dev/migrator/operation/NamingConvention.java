package dev.migrator.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.IdentifierLimit;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * How constraints and indexes are called that a migration gives no name. A pattern that
 * asks for {@code %(constraint_name)s} also completes the names that a migration gives,
 * except those by {@link Operations#f(String)}. A name that gets too long is cut, and
 * ends on four digits of its checksum.
 *
 * @param patterns the patterns by what they are for: {@code ix}, {@code uq}, {@code ck},
 * {@code fk} and {@code pk}, such as {@code fk_%(table_name)s_%(column_0_name)s}; what
 * has none is named by the database
 * @param limit how long a name may be
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/naming.html">The Importance of
 * Naming Constraints in Alembic's manual</a>
 */
public record NamingConvention(Map<String, String> patterns, IdentifierLimit limit) {

	/** No convention: the database names what a migration does not. */
	public static final NamingConvention NONE = new NamingConvention(Map.of(), IdentifierLimit.NONE);

	private static final Set<String> KEYS = Set.of("ix", "uq", "ck", "fk", "pk");

	/** A cut name ends on an underscore and four digits; as many more are left free. */
	private static final int CUT = 8;

	/**
	 * Create a convention.
	 * @throws MigratorException {@code CONFIGURATION} if a pattern is for something else,
	 * or has a token that is not known
	 */
	public NamingConvention {
		patterns = Map.copyOf(patterns);
		new TreeMap<>(patterns).forEach((key, pattern) -> {
			if (!KEYS.contains(key)) {
				throw new MigratorException(ErrorCategory.CONFIGURATION,
						"The naming convention has a pattern for '%s', which is nothing that has names.".formatted(key),
						"Give patterns for ix, uq, ck, fk and pk.");
			}
			NameTokens.check(pattern);
		});
	}

	/**
	 * Create a convention for names of any length.
	 * @param patterns the patterns by what they are for
	 */
	public NamingConvention(Map<String, String> patterns) {
		this(patterns, IdentifierLimit.NONE);
	}

	/**
	 * Return the same convention for a database.
	 * @param databaseLimit how long a name may be there
	 * @return the convention
	 */
	public NamingConvention within(IdentifierLimit databaseLimit) {
		return new NamingConvention(this.patterns, databaseLimit);
	}

	/**
	 * Name what an operation creates without a name.
	 * @param operation the operation
	 * @return the same operation with names
	 * @throws MigratorException {@code INVALID_REVISION} if a pattern asks for something
	 * that the operation does not say
	 */
	public Operation apply(Operation operation) {
		if (this.patterns.isEmpty()) {
			return operation;
		}
		if (operation instanceof CreateTable create) {
			return new CreateTable(named(create.table()), create.ifNotExists());
		}
		if (operation instanceof AddColumn add) {
			return new AddColumn(add.table(), add.column(), add.ifNotExists(), named(add.constraints(), add.table()));
		}
		if (operation instanceof AddConstraint add) {
			return new AddConstraint(add.table(), named(add.constraint(), add.table()));
		}
		if (operation instanceof CreateIndex create) {
			return new CreateIndex(create.table(), named(create.index(), create.table()), create.ifNotExists(),
					create.concurrently());
		}
		return operation;
	}

	private Table named(Table table) {
		return new Table(table.name(), table.columns(), named(table.constraints(), table.name()),
				table.indexes().stream().map((index) -> named(index, table.name())).toList(), table.comment(),
				table.options());
	}

	private List<Constraint> named(List<Constraint> constraints, TableName table) {
		return constraints.stream().map((constraint) -> named(constraint, table)).toList();
	}

	private Constraint named(Constraint constraint, TableName table) {
		String pattern = pattern(ConstraintType.of(constraint));
		return (constraint.name() == null && pattern != null)
				? constraint.withName(write(pattern, NameTokens.of(constraint, table))) : constraint;
	}

	private Index named(Index index, TableName table) {
		String pattern = this.patterns.get("ix");
		return (index.name() == null && pattern != null) ? index.withName(write(pattern, NameTokens.of(index, table)))
				: index;
	}

	/**
	 * Complete the name that a migration gives a constraint.
	 * @param constraint the constraint with the name
	 * @param name the name as it was given
	 * @param table the constraint's table
	 * @return the constraint
	 */
	Constraint complete(Constraint constraint, @Nullable CharSequence name, TableName table) {
		String pattern = pattern(ConstraintType.of(constraint));
		return (isOpen(name, pattern)) ? constraint.withName(write(pattern, NameTokens.of(constraint, table)))
				: constraint;
	}

	/**
	 * Complete the name that a migration gives an index.
	 * @param index the index with the name
	 * @param name the name as it was given
	 * @param table the index's table
	 * @return the index
	 */
	Index complete(Index index, @Nullable CharSequence name, TableName table) {
		String pattern = this.patterns.get("ix");
		return (isOpen(name, pattern)) ? index.withName(write(pattern, NameTokens.of(index, table))) : index;
	}

	/**
	 * Complete the name of a constraint or an index that is there already.
	 * @param name the name as it was given
	 * @param type what kind the constraint is of, or {@code null} for an index
	 * @param table the table
	 * @return its whole name
	 */
	String complete(CharSequence name, @Nullable ConstraintType type, TableName table) {
		String pattern = (type != null) ? pattern(type) : this.patterns.get("ix");
		return (isOpen(name, pattern)) ? write(pattern, NameTokens.of(name.toString(), table)) : name.toString();
	}

	private @Nullable String pattern(ConstraintType type) {
		return switch (type) {
			case PRIMARY_KEY -> this.patterns.get("pk");
			case FOREIGN_KEY -> this.patterns.get("fk");
			case UNIQUE -> this.patterns.get("uq");
			case CHECK -> this.patterns.get("ck");
			case EXCLUSION -> null;
		};
	}

	private static boolean isOpen(@Nullable CharSequence name, @Nullable String pattern) {
		return name != null && !(name instanceof FinalName) && pattern != null
				&& pattern.contains(NameTokens.CONSTRAINT_NAME);
	}

	private String write(@Nullable String pattern, NameTokens tokens) {
		String name = tokens.write(String.valueOf(pattern));
		if (this.limit.lengthOf(name) <= this.limit.length()) {
			return name;
		}
		String digest = digest(name);
		return this.limit.beginningOf(name, this.limit.length() - CUT) + "_" + digest.substring(digest.length() - 4);
	}

	private static String digest(String name) {
		try {
			byte[] digest = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Each Java platform has MD5", ex);
		}
	}

}
