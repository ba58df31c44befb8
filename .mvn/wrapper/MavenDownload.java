import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Downloads a Maven distribution, checks its SHA-512 and puts it, whole or not at all,
 * where mvnw looks for it. Java does this because a machine that builds Java has it, while
 * curl, unzip and sha512sum may be missing.
 */
final class MavenDownload {

	private static final int ATTEMPTS = 3;

	private static final Duration PAUSE_BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

	private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

	private final URI source;

	private final String sha512;

	private final Path target;

	private MavenDownload(URI source, String sha512, Path target) {
		this.source = source;
		this.sha512 = sha512;
		this.target = target;
	}

	/**
	 * Puts the distribution in place, or writes one sentence to the standard error and
	 * ends with status 1.
	 * @param args the URL of the -bin.zip, its SHA-512 in hexadecimal, the directory to
	 * make
	 */
	public static void main(String[] args) throws InterruptedException {
		try {
			new MavenDownload(URI.create(args[0]), args[1], Path.of(args[2])).run();
		}
		catch (Refusal refusal) {
			fail(refusal.getMessage());
		}
		catch (IllegalArgumentException ex) {
			fail(args[0] + " is not a URL to download from; correct MVNW_REPOURL or distributionUrl.");
		}
		catch (IOException ex) {
			fail("cannot unpack Maven into " + args[2] + " (" + ex + "); make room there or set MAVEN_USER_HOME.");
		}
	}

	private static void fail(String sentence) {
		System.err.println("mvnw: " + sentence);
		System.exit(1);
	}

	private void run() throws IOException, InterruptedException {
		// A sibling of the target, so that one rename puts it in place.
		Path workspace = Files.createTempDirectory(this.target.toAbsolutePath().getParent(), ".download-");
		Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(workspace)));
		Path zip = workspace.resolve("maven.zip");
		System.err.println("mvnw: downloading " + this.source);
		String actual = download(zip);
		if (!actual.equalsIgnoreCase(this.sha512)) {
			throw new Refusal("the SHA-512 of " + this.source + " is " + actual + " in place of " + this.sha512
					+ "; nothing was kept: try again, or correct distributionSha512Sum if the version was changed.");
		}
		putInPlace(unpack(zip, Files.createDirectory(workspace.resolve("unpacked"))));
	}

	private String download(Path zip) throws InterruptedException {
		for (int attempt = 1;; attempt++) {
			try {
				return fetch(zip);
			}
			catch (IOException ex) {
				if (attempt == ATTEMPTS || ex instanceof FileNotFoundException) {
					throw new Refusal("cannot download " + this.source + " (" + ex + "); check the network, set "
							+ "MVNW_REPOURL to a Maven repository in reach, or install Maven 3.8 or newer.");
				}
				Thread.sleep(PAUSE_BETWEEN_ATTEMPTS.toMillis());
			}
		}
	}

	private String fetch(Path zip) throws IOException {
		MessageDigest digest = sha512();
		URLConnection connection = this.source.toURL().openConnection();
		connection.setConnectTimeout((int) LONGEST_SILENCE.toMillis());
		connection.setReadTimeout((int) LONGEST_SILENCE.toMillis());
		try (InputStream in = new DigestInputStream(connection.getInputStream(), digest)) {
			Files.copy(in, zip, StandardCopyOption.REPLACE_EXISTING);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha512() {
		try {
			return MessageDigest.getInstance("SHA-512");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns Maven's home: the one directory that is at the top of the zip. */
	private Path unpack(Path zip, Path directory) throws IOException {
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				Path path = directory.resolve(entry.getName()).normalize();
				if (!path.startsWith(directory)) {
					throw new Refusal(this.source + " has the entry " + entry.getName()
							+ ", which leads out of the directory it is unpacked in; use a proper distribution.");
				}
				if (entry.isDirectory()) {
					Files.createDirectories(path);
				}
				else {
					Files.createDirectories(path.getParent());
					Files.copy(in, path);
				}
			}
		}
		try (Stream<Path> children = Files.list(directory)) {
			List<Path> homes = children.filter((child) -> Files.isRegularFile(child.resolve("bin/mvn"))).toList();
			if (homes.size() != 1) {
				throw new Refusal(this.source + " has no bin/mvn in its top directory; use a proper distribution.");
			}
			return homes.get(0);
		}
	}

	private void putInPlace(Path home) throws IOException {
		try {
			Files.move(home, this.target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileSystemException ex) {
			// Another mvnw was quicker: its copy has the same sum.
			if (!Files.isRegularFile(this.target.resolve("bin/mvn"))) {
				throw ex;
			}
		}
	}

	/** Runs at the end of every run, a broken one too; what it cannot delete harms nobody. */
	private static void delete(Path workspace) {
		try (Stream<Path> paths = Files.walk(workspace)) {
			paths.sorted(Comparator.reverseOrder()).forEach((path) -> path.toFile().delete());
		}
		catch (IOException | UncheckedIOException ex) {
			System.err.println("mvnw: could not delete " + workspace + " (" + ex + "); delete it by hand.");
		}
	}

	/** A failure told in one sentence for the user. */
	private static final class Refusal extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Refusal(String sentence) {
			super(sentence);
		}

	}

}
