package dev.migrator.test;

import java.lang.reflect.Method;
import java.util.Optional;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Skips a run of a parameterized test whose argument is a database that this machine
 * cannot have, since all runs were skipped if the method that supplies the arguments
 * failed; and does not tidy up behind a test that found no such database.
 */
public final class SkipMissingDatabases implements InvocationInterceptor {

	@Override
	public void interceptTestTemplateMethod(Invocation<Void> invocation,
			ReflectiveInvocationContext<Method> invocationContext, ExtensionContext extensionContext) throws Throwable {
		Optional<MissingDatabase> missing = invocationContext.getArguments()
			.stream()
			.filter(MissingDatabase.class::isInstance)
			.map(MissingDatabase.class::cast)
			.findFirst();
		if (missing.isPresent()) {
			invocation.skip();
			throw new MissingDatabaseException(missing.get().lack());
		}
		invocation.proceed();
	}

	@Override
	public void interceptAfterEachMethod(Invocation<Void> invocation,
			ReflectiveInvocationContext<Method> invocationContext, ExtensionContext extensionContext) throws Throwable {
		boolean missing = extensionContext.getExecutionException()
			.filter(MissingDatabaseException.class::isInstance)
			.isPresent();
		if (missing) {
			invocation.skip();
		}
		else {
			invocation.proceed();
		}
	}

}
