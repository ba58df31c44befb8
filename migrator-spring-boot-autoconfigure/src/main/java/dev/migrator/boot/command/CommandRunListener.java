package dev.migrator.boot.command;

import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Runs a command in place of the application when the first argument that is no option is
 * {@code migrator}; otherwise it does nothing at all. The command runs when all bean
 * definitions and post-processors are there, and before the first singleton: the
 * application's configuration is in force, and nothing of it has started.
 */
final class CommandRunListener implements SpringApplicationRunListener, Ordered {

	private final SpringApplication application;

	private final @Nullable CommandArguments arguments;

	private final IntConsumer exit;

	private @Nullable CommandRun run;

	// Public, so that of two constructors this one is taken.
	public CommandRunListener(SpringApplication application, String[] arguments) {
		this(application, arguments, System::exit);
	}

	CommandRunListener(SpringApplication application, String[] arguments, IntConsumer exit) {
		this.application = application;
		this.arguments = CommandArguments.of(arguments).orElse(null);
		this.exit = exit;
	}

	@Override
	public void starting(ConfigurableBootstrapContext bootstrapContext) {
		if (this.arguments == null) {
			return;
		}
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
		// Whatever else writes, loggers above all, must not mix with the results.
		System.setOut(System.err);
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
		int status = prepared.execute(beanFactory, context.getEnvironment());
		beanFactory.destroySingletons();
		end(prepared.console(), status);
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
		this.exit.accept(status);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
