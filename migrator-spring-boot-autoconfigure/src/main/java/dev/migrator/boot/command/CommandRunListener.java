package dev.migrator.boot.command;

import java.util.Objects;

import dev.migrator.Migrator;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Runs a command in place of the application when the first argument that is no option is
 * {@code migrator}; otherwise it does nothing at all. The command runs when all bean
 * definitions and post-processors are there, and before the first singleton: the
 * application's configuration is in force, and nothing of it has started. Of a context
 * and its parents, the first with a migrator runs it.
 */
final class CommandRunListener implements SpringApplicationRunListener, Ordered {

	private final SpringApplication application;

	private final @Nullable CommandArguments arguments;

	private ExitHandler exit = System::exit;

	private @Nullable CommandRun run;

	CommandRunListener(SpringApplication application, String[] arguments) {
		this.application = application;
		this.arguments = CommandArguments.of(arguments).orElse(null);
	}

	@Override
	public void starting(ConfigurableBootstrapContext bootstrapContext) {
		if (this.arguments == null) {
			return;
		}
		this.exit = Objects.requireNonNullElse(bootstrapContext.getOrElse(ExitHandler.class, null), this.exit);
		this.application.setWebApplicationType(WebApplicationType.NONE);
		this.application.setRegisterShutdownHook(false);
		// Devtools reads it right after this, and would start the application twice.
		System.setProperty("spring.devtools.restart.enabled", "false");
		Console console = Console.system();
		CommandRun parsed = CommandRun.parse(this.arguments, console);
		if (parsed.status() != null) {
			end(console, parsed.status());
			return;
		}
		RedirectedOutput.begin();
		this.run = parsed;
	}

	@Override
	public void environmentPrepared(ConfigurableBootstrapContext bootstrapContext,
			ConfigurableEnvironment environment) {
		if (this.run != null) {
			new CommandEnvironment(this.run).prepare(environment);
		}
	}

	@Override
	public void contextPrepared(ConfigurableApplicationContext context) {
		CommandRun prepared = this.run;
		if (prepared != null) {
			BeanFactoryInitializer<ListableBeanFactory> initializer = (beanFactory) -> run(prepared, context);
			context.getBeanFactory().registerSingleton("migratorCommand", initializer);
		}
	}

	private void run(CommandRun prepared, ConfigurableApplicationContext context) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		if (isParent() && beanFactory.getBeanNamesForType(Migrator.class, true, false).length == 0) {
			// It is left to the child, which may need beans of this context.
			return;
		}
		int status = prepared.execute(beanFactory, context.getEnvironment());
		beanFactory.destroySingletons();
		for (ApplicationContext parent = context.getParent(); parent != null; parent = parent.getParent()) {
			if (parent instanceof ConfigurableApplicationContext configurable) {
				configurable.close();
			}
		}
		end(prepared.console(), status);
	}

	// A builder runs the parent of an application while it runs the application.
	private static boolean isParent() {
		String builder = SpringApplicationBuilder.class.getName();
		return StackWalker.getInstance()
			.walk((frames) -> frames.filter((frame) -> frame.getClassName().equals(builder))
				.filter((frame) -> frame.getMethodName().equals("run"))
				.count()) > 1;
	}

	@Override
	public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
		if (this.run != null) {
			BeanFactory beanFactory = (context != null) ? context.getBeanFactory() : null;
			Environment environment = (context != null) ? context.getEnvironment() : null;
			end(this.run.console(), this.run.report(exception, beanFactory, environment));
		}
	}

	private void end(Console console, int status) {
		console.flush();
		this.exit.exit(status);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
