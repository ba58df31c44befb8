package dev.migrator.boot.command;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Says why an application cannot be prepared for a command, in the words in which Spring
 * Boot would report it for the application itself.
 */
final class StartFailure {

	private final @Nullable BeanFactory beanFactory;

	private final @Nullable Environment environment;

	StartFailure(@Nullable BeanFactory beanFactory, @Nullable Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	/**
	 * Describe a failure.
	 * @param failure what went wrong
	 * @return what the first analyzer says that knows it, or {@code null} if none does
	 */
	@Nullable String describe(Throwable failure) {
		for (FailureAnalyzer analyzer : analyzers()) {
			FailureAnalysis analysis = analyzer.analyze(failure);
			if (analysis != null) {
				return Stream.of(analysis.getDescription(), analysis.getAction())
					.filter(Objects::nonNull)
					.map(StartFailure::sentence)
					.collect(Collectors.joining(" "));
			}
		}
		return null;
	}

	private static String sentence(String text) {
		String stripped = text.strip();
		return (stripped.endsWith(".") || stripped.endsWith(":")) ? stripped : stripped + ".";
	}

	private List<FailureAnalyzer> analyzers() {
		ArgumentResolver arguments = ArgumentResolver.none();
		if (this.beanFactory != null) {
			arguments = arguments.and(BeanFactory.class, this.beanFactory);
		}
		if (this.environment != null) {
			arguments = arguments.and(Environment.class, this.environment);
		}
		return SpringFactoriesLoader.forDefaultResourceLocation(StartFailure.class.getClassLoader())
			.load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((message, ex) -> {
				// Some need what is not there; the others are asked.
			}));
	}

}
