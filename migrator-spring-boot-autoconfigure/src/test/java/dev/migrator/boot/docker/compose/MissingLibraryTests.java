package dev.migrator.boot.docker.compose;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application may have only JDBC or only R2DBC: Spring Boot looks at the factories for
 * both.
 */
class MissingLibraryTests {

	@ParameterizedTest
	@CsvSource({ "spring-boot-jdbc, org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails",
			"spring-boot-r2dbc, org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails" })
	void theFactoryForWhatIsMissingIsLeftOut(String library, String type) throws Exception {
		URL[] others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
			.filter((entry) -> !entry.matches(".*[/\\\\]" + library + "-\\d[^/\\\\]*"))
			.map((entry) -> Path.of(entry).toUri())
			.map(MissingLibraryTests::url)
			.toArray(URL[]::new);
		try (URLClassLoader classLoader = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
			assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> classLoader.loadClass(type));
			assertThat(classLoader.loadClass(ConnectionDetailsFactories.class.getName())
				.getConstructor(ClassLoader.class)
				.newInstance(classLoader)).isNotNull();
		}
	}

	private static URL url(URI uri) {
		try {
			return uri.toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
