package dev.migrator.boot.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.migrator.boot.DatabaseProperties;
import dev.migrator.boot.MigratorDatabases;
import dev.migrator.script.RevisionIndex;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Writes down at build time which revisions there are, so that the start of an
 * application with ahead-of-time processing does not look for them, and lets a native
 * image keep them: their files, their classes, and the classes nested in those, such as
 * records that a query fills.
 */
final class RevisionsAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final String CLASS = ClassUtils.CLASS_FILE_SUFFIX;

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getBeanNamesForType(MigratorMaker.class, true, false).length == 0) {
			return null;
		}
		ClassLoader own = beanFactory.getBeanClassLoader();
		ClassLoader classLoader = (own != null) ? own : RevisionsAotProcessor.class.getClassLoader();
		Environment environment = beanFactory.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME,
				Environment.class);
		return new Contribution(RevisionIndex.of(locations(environment), classLoader), classLoader);
	}

	// The properties' beans cannot be asked: no bean is made at build time.
	private static Set<String> locations(Environment environment) {
		Set<String> locations = new LinkedHashSet<>();
		MigratorDatabases databases = new MigratorDatabases(environment);
		databases.names().forEach((name) -> locations.addAll(databases.properties(name).getLocations()));
		if (locations.isEmpty()) {
			locations.addAll(Binder.get(environment).bindOrCreate("migrator", DatabaseProperties.class).getLocations());
		}
		return locations;
	}

	/**
	 * What is written.
	 *
	 * @param index the revisions
	 * @param classLoader loads their classes
	 */
	private record Contribution(RevisionIndex index,
			ClassLoader classLoader) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext context, BeanFactoryInitializationCode code) {
			context.getGeneratedFiles().addFile(Kind.RESOURCE, RevisionIndex.PATH, this.index.write());
			RuntimeHints hints = context.getRuntimeHints();
			hints.resources().registerPattern(RevisionIndex.PATH);
			this.index.files().forEach((file) -> register(file, hints));
			BindableRuntimeHintsRegistrar.forTypes(DatabaseProperties.class).registerHints(hints, this.classLoader);
		}

		private void register(String file, RuntimeHints hints) {
			hints.resources().registerPattern(file);
			if (file.endsWith(CLASS)) {
				String name = ClassUtils
					.convertResourcePathToClassName(file.substring(0, file.length() - CLASS.length()));
				Class<?> type = ClassUtils.resolveClassName(name, this.classLoader);
				hints.reflection().registerType(type, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
				for (Class<?> nested : type.getDeclaredClasses()) {
					hints.reflection()
						.registerType(nested, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
								MemberCategory.INVOKE_DECLARED_METHODS);
				}
			}
		}

	}

}
