package dev.migrator.boot.command;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * Keeps in a native image what picocli looks at by reflection: the commands, their
 * options, and what makes values of these; and the templates of new revisions.
 *
 * @see <a href="https://picocli.info/picocli-on-graalvm.html">Picocli on GraalVM</a>
 */
final class CommandRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern("dev/migrator/script/source/*.mustache");
		if (!ClassUtils.isPresent("picocli.CommandLine", classLoader)) {
			return;
		}
		Set<Class<?>> types = new LinkedHashSet<>();
		command(new CommandLine(new MigratorCommand()).getCommandSpec(), types);
		types.forEach((type) -> hints.reflection()
			.registerType(type, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS, MemberCategory.ACCESS_DECLARED_FIELDS,
					MemberCategory.INVOKE_DECLARED_METHODS));
	}

	private static void command(CommandSpec command, Set<Class<?>> types) {
		add(command.userObject(), types);
		add(command.versionProvider(), types);
		command.mixins().values().forEach((mixin) -> command(mixin, types));
		command.argGroups().forEach((group) -> group(group, types));
		command.args().forEach((argument) -> argument(argument, types));
		command.subcommands().values().forEach((subcommand) -> command(subcommand.getCommandSpec(), types));
	}

	private static void group(ArgGroupSpec group, Set<Class<?>> types) {
		types.add(group.typeInfo().getType());
		group.subgroups().forEach((subgroup) -> group(subgroup, types));
	}

	private static void argument(ArgSpec argument, Set<Class<?>> types) {
		for (Object converter : argument.converters()) {
			add(converter, types);
		}
		for (Class<?> type : argument.auxiliaryTypes()) {
			if (type.isEnum()) {
				types.add(type);
			}
		}
	}

	private static void add(@Nullable Object object, Set<Class<?>> types) {
		if (object != null) {
			types.add(object.getClass());
		}
	}

}
