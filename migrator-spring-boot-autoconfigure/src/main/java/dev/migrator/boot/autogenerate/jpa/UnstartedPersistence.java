package dev.migrator.boot.autogenerate.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.ProviderUtil;
import org.hibernate.SessionFactory;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.util.ReflectionUtils;

/**
 * Has persistence units be configured as they are in the application, and not started: in
 * place of Hibernate there is a provider whose factories do nothing.
 */
final class UnstartedPersistence implements BeanPostProcessor {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof LocalContainerEntityManagerFactoryBean factory) {
			factory.setPersistenceProvider(new Provider());
		}
		return bean;
	}

	/**
	 * Makes factories that do nothing.
	 */
	private static final class Provider implements PersistenceProvider {

		private final PersistenceProvider hibernate = new HibernatePersistenceProvider();

		@Override
		public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo info,
				@Nullable Map<?, ?> map) {
			InvocationHandler handler = (proxy, method, arguments) -> {
				if (ReflectionUtils.isEqualsMethod(method)) {
					return proxy == arguments[0];
				}
				if (ReflectionUtils.isHashCodeMethod(method)) {
					return System.identityHashCode(proxy);
				}
				return switch (method.getName()) {
					case "toString" -> "a persistence unit that is not started";
					case "isOpen" -> false;
					case "close" -> null;
					default -> throw new IllegalStateException("JPA is not started while a command runs");
				};
			};
			return (SessionFactory) Proxy.newProxyInstance(SessionFactory.class.getClassLoader(),
					new Class<?>[] { SessionFactory.class }, handler);
		}

		@Override
		public @Nullable EntityManagerFactory createEntityManagerFactory(String name, @Nullable Map<?, ?> map) {
			return null;
		}

		@Override
		public @Nullable EntityManagerFactory createEntityManagerFactory(
				jakarta.persistence.PersistenceConfiguration configuration) {
			return null;
		}

		@Override
		public void generateSchema(PersistenceUnitInfo info, @Nullable Map<?, ?> map) {
		}

		@Override
		public boolean generateSchema(String name, @Nullable Map<?, ?> map) {
			return false;
		}

		@Override
		public ProviderUtil getProviderUtil() {
			return this.hibernate.getProviderUtil();
		}

	}

}
