package dev.migrator.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;

/**
 * A revision in Java. Its class is loaded when it is about to run, not when it is found.
 */
final class JavaRevisionScript implements RevisionScript {

	private static final Logger logger = LoggerFactory.getLogger(JavaRevisionScript.class);

	private final RevisionInfo info;

	private final String className;

	private final boolean transactional;

	private final Resource classFile;

	private final ClassLoader classLoader;

	private final MigrationFactory factory;

	private final NamingConvention names;

	JavaRevisionScript(RevisionInfo info, String className, boolean transactional, Resource classFile,
			ClassLoader classLoader, MigrationFactory factory, NamingConvention names) {
		this.info = info;
		this.className = className;
		this.transactional = transactional;
		this.classFile = classFile;
		this.classLoader = classLoader;
		this.factory = factory;
		this.names = names;
	}

	@Override
	public RevisionInfo info() {
		return this.info;
	}

	@Override
	public String location() {
		return this.className;
	}

	@Override
	public boolean transactional() {
		return this.transactional;
	}

	@Override
	public PreparedMigration prepare(Direction direction, ScriptContext context) {
		Class<? extends Migration> type = load();
		return (op) -> run(create(type), direction, op);
	}

	private void run(Migration migration, Direction direction, Operations op) {
		if (direction == Direction.UPGRADE) {
			migration.upgrade(op);
		}
		else {
			try {
				migration.downgrade(op);
			}
			catch (IrreversibleMigrationException ex) {
				throw new MigratorException(
						ErrorCategory.IRREVERSIBLE, "Revision %s (%s) cannot be downgraded, because %s."
							.formatted(this.info.id(), this.className, ex.getMessage()),
						"Write its downgrade(Operations), or restore a backup.", ex);
			}
		}
		op.flush();
	}

	// Only a class that needs nothing is run: with beans it might do more than it tells.
	@Override
	public Preview preview(Direction direction, ScriptContext context) {
		try {
			Migration migration = MigrationFactory.constructor().create(load());
			return Preview.of((op) -> run(migration, direction, op), context, this.names);
		}
		catch (NoSuchMethodException ex) {
			return new Preview(List.of(), "Its class takes beans, so that what it does is seen when it runs.");
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.debug("What {} does cannot be told", this.className, ex);
			return new Preview(List.of(), "What the %s of %s does cannot be told without a database: %s"
				.formatted(direction.code(), this.className, ex));
		}
	}

	/**
	 * Take down what a class does that needs nothing, up to where it asks the database,
	 * and say that in the database's words. What else goes wrong there may go well in a
	 * database.
	 */
	@Override
	public void check(Direction direction, ScriptContext context, @Nullable String tag) {
		OperationRecorder recorder = new OperationRecorder(context.dialect(), this.names, tag);
		try {
			run(MigrationFactory.constructor().create(load()), direction, new Operations(recorder));
		}
		catch (MigratorException ex) {
			throw ex;
		}
		catch (OperationRecorder.NeedsDatabaseException ex) {
			logger.trace("What {} does further depends on what is in the database", this.className);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.debug("What {} does cannot be told without running it", this.className, ex);
			return;
		}
		recorder.expanded()
			.filter((operation) -> !context.dialect().dependsOnSchema(operation))
			.forEach(context.dialect()::render);
	}

	private Class<? extends Migration> load() {
		Class<?> type;
		try {
			type = ClassUtils.forName(this.className, this.classLoader);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			throw invalid("cannot be loaded: " + ex, "Build the project again.", ex);
		}
		if (!Migration.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
			throw invalid("carries @Revision, but is no class that implements Migration",
					"Let it implement %s.".formatted(Migration.class.getName()), null);
		}
		return type.asSubclass(Migration.class);
	}

	private Migration create(Class<? extends Migration> type) {
		try {
			return this.factory.create(type);
		}
		catch (ReflectiveOperationException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw invalid("cannot be created: " + cause,
					"Give it a constructor without arguments, or one that takes Spring beans.", cause);
		}
	}

	private MigratorException invalid(String problem, String action, @Nullable Throwable cause) {
		return new MigratorException(ErrorCategory.INVALID_REVISION,
				"Revision %s: the class %s %s.".formatted(this.info.id(), this.className, problem), action, cause);
	}

	@Override
	public String checksums(Dialect dialect, @Nullable List<Operation> operations) {
		String bytes = bytesChecksum().toString();
		return (operations != null) ? bytes + " " + Checksum.of(Checksum.OPERATIONS, CanonicalForm.of(operations))
				: bytes;
	}

	@Override
	public boolean isChanged(String stored, Dialect dialect) {
		if (Checksum.find(Checksum.OPERATIONS, stored).isEmpty() || bytesChecksum().isIn(stored)) {
			// Without operations to compare, other bytes may just come from another
			// compiler.
			return false;
		}
		return changesOperations(stored, dialect);
	}

	// Only a class that needs nothing is run for its operations: others might do more.
	private boolean changesOperations(String stored, Dialect dialect) {
		OperationRecorder recorder = new OperationRecorder(dialect, this.names, null);
		Operations op = new Operations(recorder);
		try {
			MigrationFactory.constructor().create(load()).upgrade(op);
			op.flush();
			return !Checksum.of(Checksum.OPERATIONS, CanonicalForm.of(recorder.operations())).isIn(stored);
		}
		catch (OperationRecorder.NeedsDatabaseException ex) {
			return true;
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.debug("Whether {} was changed since it was applied cannot be told", this.className, ex);
			return false;
		}
	}

	private Checksum bytesChecksum() {
		try {
			return Checksum.of(Checksum.BYTES, this.classFile.getContentAsByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the class " + this.className, ex);
		}
	}

}
