package dev.migrator.autogenerate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.NamingConvention;
import dev.migrator.schema.Schema;
import dev.migrator.script.RevisionHeader;
import dev.migrator.script.body.RevisionSteps;
import dev.migrator.script.body.sql.SqlBody;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.script.source.RevisionSource;
import dev.migrator.script.source.RevisionTemplates;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;

import org.springframework.util.FileSystemUtils;

/**
 * Revisions in SQL files, written as autogenerate writes them, and a SQLite database to
 * run them in.
 */
public final class SqliteFiles implements AutoCloseable {

	private static final RevisionSource SOURCE = new RevisionSource(new RevisionTemplates(Path.of("nowhere")));

	private final Path folder;

	private final DataSource database;

	private final List<String> ids = new ArrayList<>();

	/**
	 * Begin with an empty database in memory that enforces foreign keys.
	 */
	public SqliteFiles() {
		this(Databases.sqliteInMemory());
	}

	/**
	 * Begin with a database.
	 * @param database the database
	 */
	public SqliteFiles(DataSource database) {
		this.database = database;
		try {
			this.folder = Files.createTempDirectory("files");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public DataSource database() {
		return this.database;
	}

	/**
	 * Return a migrator that knows the files written so far.
	 * @return the migrator
	 */
	public Migrator migrator() {
		return new RevisionFolder(this.folder).migrator(this.database);
	}

	/**
	 * Compare the database.
	 * @param target what is wanted
	 * @param settings what is compared, and how
	 * @param renames says what is a rename
	 * @return what differs
	 */
	public Changes changes(Schema target, ComparisonSettings settings, RenameDecision renames) {
		return migrator().changes(List.of(new FixedTarget(target)), settings, renames);
	}

	/**
	 * Compare the database.
	 * @param target what is wanted
	 * @return what differs, without renames
	 */
	public Changes changes(Schema target) {
		return changes(target, ComparisonSettings.DEFAULTS, RenameDecision.NEVER);
	}

	/**
	 * Write the next revision.
	 * @param changes what it does
	 * @return the text of its file
	 */
	public String write(Changes changes) {
		String id = "a%d".formatted(this.ids.size() + 1);
		List<String> down = (this.ids.isEmpty()) ? List.of() : List.of(this.ids.get(this.ids.size() - 1));
		this.ids.add(id);
		RevisionDraft draft = RevisionDraft
			.of(new RevisionHeader(id, down, "x", null, List.of(), List.of(), true, List.of()));
		String source = SOURCE.sql(fill(draft, changes), id + "_x.sql");
		new RevisionFolder(this.folder).write(id + "_x.sql", source);
		return source;
	}

	private RevisionDraft fill(RevisionDraft draft, Changes changes) {
		try (SqlSession session = JdbcSession.open(this.database)) {
			Dialect dialect = Dialects.of(session.database());
			return new SqlBody(dialect, NamingConvention.NONE, session).fill(draft,
					RevisionSteps.of(changes.upgrade(), changes.downgrade()));
		}
	}

	/**
	 * Run statements of a test's own.
	 * @param statements the statements
	 */
	public void execute(String... statements) {
		try (SqlSession session = JdbcSession.open(this.database)) {
			List.of(statements).forEach((sql) -> session.execute(SqlStatement.of(sql)));
		}
	}

	/**
	 * Ask for rows.
	 * @param sql a query
	 * @return each row as text
	 */
	public List<String> rows(String sql) {
		try (SqlSession session = JdbcSession.open(this.database)) {
			return session.query(SqlStatement.of(sql)).stream().map((row) -> row.asMap().values().toString()).toList();
		}
	}

	@Override
	public void close() {
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
