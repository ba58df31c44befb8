package dev.migrator.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.syntax.Placeholders;
import dev.migrator.dialect.syntax.SqlFingerprint;
import dev.migrator.dialect.syntax.SqlText;
import dev.migrator.dialect.syntax.StatementKind;
import dev.migrator.dialect.syntax.StatementSplitter;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.operation.SourceLocation;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;

/**
 * A revision in SQL. Only its header is kept; the rest is read when it is about to run.
 */
final class SqlRevisionScript implements RevisionScript {

	private final RevisionInfo info;

	private final String location;

	private final boolean transactional;

	private final Resource resource;

	SqlRevisionScript(RevisionInfo info, String location, boolean transactional, Resource resource) {
		this.info = info;
		this.location = location;
		this.transactional = transactional;
		this.resource = resource;
	}

	@Override
	public RevisionInfo info() {
		return this.info;
	}

	@Override
	public String location() {
		return this.location;
	}

	@Override
	public boolean transactional() {
		return this.transactional;
	}

	@Override
	public PreparedMigration prepare(Direction direction, ScriptContext context) {
		SqlSection section = section(direction, context.dialect())
			.orElseThrow(() -> missingSection(direction, context.dialect()));
		SqlTodo.requireNone(section, this.location);
		List<Part> parts = split(section, context);
		return (op) -> parts.forEach((part) -> part.run(op));
	}

	private List<Part> split(SqlSection section, ScriptContext context) {
		Dialect dialect = context.dialect();
		String sql = Placeholders.replace(section.sql(), dialect.syntax(), context.placeholders(), this.location,
				section.firstLine());
		return StatementSplitter.split(sql, dialect.syntax(), this.location, section.firstLine())
			.stream()
			.map((text) -> part(text, dialect))
			.toList();
	}

	private Part part(SqlText text, Dialect dialect) {
		SourceLocation place = new SourceLocation(this.location, text.line());
		StatementKind kind = StatementKind.of(text.sql(), dialect.syntax());
		if (kind == StatementKind.TRANSACTION) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"%s: '%s' begins or ends a transaction, which a revision leaves to Migrator.".formatted(place,
							text.sql()),
					"Remove it; where the revision must not run in a transaction, write '-- transactional: false' into its header.");
		}
		return new Part(new ExecuteSql(text.sql(), List.of(), place), kind == StatementKind.NOT_TRANSACTIONAL);
	}

	private MigratorException missingSection(Direction direction, Dialect dialect) {
		if (direction == Direction.DOWNGRADE) {
			return new MigratorException(ErrorCategory.IRREVERSIBLE,
					"Revision %s cannot be downgraded: %s has no section '-- migrator:downgrade' for %s."
						.formatted(this.info.id(), this.location, dialect.name()),
					"Write the section, empty if there is nothing to undo.");
		}
		return new MigratorException(
				ErrorCategory.INVALID_REVISION, "Revision %s: %s has no section '-- migrator:upgrade' for %s."
					.formatted(this.info.id(), this.location, dialect.name()),
				"Write one that names no database, or one for %s.".formatted(dialect.name()));
	}

	@Override
	public Preview preview(Direction direction, ScriptContext context) {
		try {
			return Preview.of(prepare(direction, context), context, NamingConvention.NONE);
		}
		catch (MigratorException ex) {
			return new Preview(List.of(), ex.problem());
		}
	}

	/**
	 * Look only whether it is finished: what it says is in the database's own words.
	 */
	@Override
	public void check(Direction direction, ScriptContext context, @Nullable String tag) {
		section(direction, context.dialect()).ifPresent((section) -> SqlTodo.requireNone(section, this.location));
	}

	private Optional<SqlSection> section(Direction direction, Dialect dialect) {
		SectionDirection word = (direction == Direction.UPGRADE) ? SectionDirection.UPGRADE
				: SectionDirection.DOWNGRADE;
		return Optional.ofNullable(SqlFileReader.read(content(), this.location).section(word, dialect.name()));
	}

	@Override
	public String checksums(Dialect dialect, @Nullable List<Operation> operations) {
		return bytesChecksum() + " " + tokensChecksum(dialect);
	}

	@Override
	public boolean isChanged(String stored, Dialect dialect) {
		return Checksum.find(Checksum.TOKENS, stored).isPresent() && !bytesChecksum().isIn(stored)
				&& !tokensChecksum(dialect).isIn(stored);
	}

	private Checksum bytesChecksum() {
		return Checksum.of(Checksum.BYTES, bytes());
	}

	private Checksum tokensChecksum(Dialect dialect) {
		String sql = section(Direction.UPGRADE, dialect).map(SqlSection::sql).orElse("");
		return Checksum.of(Checksum.TOKENS, SqlFingerprint.of(sql, dialect.syntax()));
	}

	private String content() {
		return new String(bytes(), StandardCharsets.UTF_8);
	}

	private byte[] bytes() {
		try {
			return this.resource.getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + this.location, ex);
		}
	}

	/**
	 * A statement, and whether it runs outside the transaction.
	 *
	 * @param operation the statement
	 * @param autocommit whether the database refuses it in a transaction
	 */
	private record Part(ExecuteSql operation, boolean autocommit) {

		void run(Operations op) {
			if (this.autocommit) {
				op.autocommit(() -> op.apply(this.operation));
			}
			else {
				op.apply(this.operation);
			}
		}

	}

}
