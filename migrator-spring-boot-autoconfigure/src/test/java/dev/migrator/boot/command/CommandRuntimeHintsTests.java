package dev.migrator.boot.command;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A native image keeps what picocli looks for.
 */
class CommandRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	CommandRuntimeHintsTests() {
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(CommandRuntimeHints.class::isInstance)
			.forEach((registrar) -> registrar.registerHints(this.hints, getClass().getClassLoader()));
	}

	@Test
	void eachFieldAndMethodThatPicocliSetsIsKept() throws IOException {
		List<String> seen = new ArrayList<>();
		for (Class<?> type : classes()) {
			for (Field field : type.getDeclaredFields()) {
				if (isOfPicocli(field)) {
					seen.add(type.getSimpleName());
					assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(field)).as("%s", field)
						.accepts(this.hints);
				}
			}
			for (Method method : type.getDeclaredMethods()) {
				if (isOfPicocli(method)) {
					seen.add(type.getSimpleName());
					assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method)).as("%s", method)
						.accepts(this.hints);
				}
			}
		}
		assertThat(seen).contains("MigratorCommand", "UpgradeCommand", "RunOptions", "HistoryCommand");
	}

	@Test
	void eachCommandAndConverterCanBeMade() {
		for (Class<?> type : List.of(UpgradeCommand.class, DowngradeCommand.class, CurrentCommand.class,
				SymbolConverter.class, MigratorVersion.class)) {
			assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(type.getDeclaredConstructors()[0]))
				.as("%s", type)
				.accepts(this.hints);
		}
	}

	@Test
	void theTemplatesAreKept() {
		assertThat(RuntimeHintsPredicates.resource().forResource("dev/migrator/script/source/sql.mustache"))
			.accepts(this.hints);
	}

	private static boolean isOfPicocli(AnnotatedElement element) {
		return element.isAnnotationPresent(Option.class) || element.isAnnotationPresent(Parameters.class)
				|| element.isAnnotationPresent(Mixin.class) || element.isAnnotationPresent(ArgGroup.class)
				|| element.isAnnotationPresent(Spec.class) || element.isAnnotationPresent(ParentCommand.class);
	}

	private List<Class<?>> classes() throws IOException {
		List<Class<?>> classes = new ArrayList<>();
		for (Resource resource : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:dev/migrator/boot/command/*.class")) {
			String file = String.valueOf(resource.getFilename());
			try {
				classes.add(Class.forName("dev.migrator.boot.command." + file.substring(0, file.length() - 6), false,
						getClass().getClassLoader()));
			}
			catch (ClassNotFoundException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return classes;
	}

}
