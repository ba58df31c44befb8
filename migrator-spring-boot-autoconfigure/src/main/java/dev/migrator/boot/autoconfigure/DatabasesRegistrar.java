package dev.migrator.boot.autoconfigure;

import dev.migrator.Migrator;
import dev.migrator.boot.MigratorDatabases;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers a migrator for each of several databases, unless the application has a bean
 * of that name.
 */
final class DatabasesRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	DatabasesRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		for (String name : new MigratorDatabases(this.environment).names()) {
			String beanName = MigratorDatabases.beanName(name);
			if (!registry.containsBeanDefinition(beanName)) {
				registry.registerBeanDefinition(beanName,
						BeanDefinitionBuilder.genericBeanDefinition(Migrator.class)
							.setFactoryMethodOnBean("migrator", "migratorMaker")
							.addConstructorArgValue(name)
							.getBeanDefinition());
			}
		}
	}

}
