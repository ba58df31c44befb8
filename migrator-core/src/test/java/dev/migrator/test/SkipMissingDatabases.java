package dev.migrator.test;

import java.lang.reflect.Method;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Skips a run of a parameterized test whose argument is a database that this machine
 * cannot have. If the method that supplies the arguments asked for it, all runs were
 * skipped.
 */
public final class SkipMissingDatabases implements InvocationInterceptor {

	@Override
	public void interceptTestTemplateMethod(Invocation<Void> invocation,
			ReflectiveInvocationContext<Method> invocationContext, ExtensionContext extensionContext) throws Throwable {
		Optional<String> lack = invocationContext.getArguments()
			.stream()
			.filter(MissingDatabase.class::isInstance)
			.map((argument) -> ((MissingDatabase) argument).lack())
			.findFirst();
		if (lack.isPresent()) {
			invocation.skip();
			Assumptions.abort(lack.get());
		}
		invocation.proceed();
	}

}
