package dev.migrator.script.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes to files that are made all or none: what was changed is changed back when this
 * is closed without a word that it shall be kept.
 */
final class FileChanges implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(FileChanges.class);

	private final Deque<Undo> undo = new ArrayDeque<>();

	/**
	 * Create a file, and the folders above it.
	 * @param file the file
	 * @param content its text
	 * @throws MigratorException {@code NOT_WRITTEN} if it is there already, or cannot be
	 * written
	 */
	void create(Path file, String content) {
		try {
			createFolders(file);
			try (OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW,
					StandardOpenOption.WRITE)) {
				this.undo.push(() -> Files.deleteIfExists(file));
				stream.write(content.getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (FileAlreadyExistsException ex) {
			throw exists(file, ex);
		}
		catch (IOException ex) {
			throw notWritten(file, ex);
		}
	}

	/**
	 * Write a file in place of one that is there, if there is one. Whoever reads it sees
	 * the one or the other.
	 * @param file the file
	 * @param content its text
	 * @throws MigratorException {@code NOT_WRITTEN} if it cannot be written
	 */
	void replace(Path file, String content) {
		if (!Files.exists(file)) {
			create(file, content);
			return;
		}
		try {
			byte[] before = Files.readAllBytes(file);
			this.undo.push(() -> put(file, before));
			put(file, content.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw notWritten(file, ex);
		}
	}

	private static void put(Path file, byte[] content) throws IOException {
		Path beside = file.resolveSibling("." + file.getFileName() + ".new");
		try {
			Files.write(beside, content);
			try {
				Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
			}
			catch (AtomicMoveNotSupportedException ex) {
				Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
			}
		}
		finally {
			Files.deleteIfExists(beside);
		}
	}

	private void createFolders(Path file) throws IOException {
		Deque<Path> missing = new ArrayDeque<>();
		for (Path folder = file.getParent(); folder != null && !Files.exists(folder); folder = folder.getParent()) {
			missing.push(folder);
		}
		for (Path folder : missing) {
			try {
				Files.createDirectory(folder);
				this.undo.push(() -> Files.deleteIfExists(folder));
			}
			catch (FileAlreadyExistsException ex) {
				// Somebody else was faster, so it is not ours to take back.
				logger.debug("{} was created meanwhile", folder, ex);
			}
		}
	}

	/** Let everything stay as it is now. */
	void keep() {
		this.undo.clear();
	}

	@Override
	public void close() {
		while (!this.undo.isEmpty()) {
			try {
				this.undo.pop().run();
			}
			catch (IOException ex) {
				logger.warn("A file that was written before an error could not be taken back", ex);
			}
		}
	}

	static MigratorException exists(Path file, @Nullable IOException ex) {
		return new MigratorException(ErrorCategory.NOT_WRITTEN,
				"There is a file %s already, and it is not overwritten.".formatted(file),
				"Delete it, or choose another id or message.", ex);
	}

	private static MigratorException notWritten(Path file, IOException ex) {
		return new MigratorException(ErrorCategory.NOT_WRITTEN,
				"%s cannot be written: %s.".formatted(file,
						(ex instanceof AccessDeniedException) ? "access is denied" : ex.getMessage()),
				"Check the rights of its folder, and that there is room.", ex);
	}

	/**
	 * Takes a change back.
	 */
	@FunctionalInterface
	private interface Undo {

		void run() throws IOException;

	}

}
