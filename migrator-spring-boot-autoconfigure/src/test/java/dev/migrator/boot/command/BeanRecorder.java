package dev.migrator.boot.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Takes down which beans of an application are made, but for the first post-processors.
 */
final class BeanRecorder implements BeanPostProcessor, ApplicationContextInitializer<ConfigurableApplicationContext> {

	private final Map<String, Object> beans = new LinkedHashMap<>();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getBeanFactory().addBeanPostProcessor(this);
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		this.beans.put(beanName, bean);
		return bean;
	}

	Map<String, Object> beans() {
		return this.beans;
	}

}
