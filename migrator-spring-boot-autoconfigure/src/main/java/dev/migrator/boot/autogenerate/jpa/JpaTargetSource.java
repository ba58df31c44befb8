package dev.migrator.boot.autogenerate.jpa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.autogenerate.TargetSource;
import dev.migrator.autogenerate.hibernate.HibernateSchema;
import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Schema;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSession;
import jakarta.persistence.spi.PersistenceUnitInfo;
import org.hibernate.bytecode.enhance.spi.EnhancementContext;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.internal.PersistenceUnitInfoDescriptor;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.SmartPersistenceUnitInfo;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * What the entities of a persistence unit want. Hibernate reads them with the unit's own
 * properties, naming strategies, converters and Bean Validation, without a connection.
 */
final class JpaTargetSource implements TargetSource {

	private static final String INTEGRATORS = "hibernate.integrator_provider";

	private final AbstractEntityManagerFactoryBean unit;

	JpaTargetSource(AbstractEntityManagerFactoryBean unit) {
		this.unit = unit;
	}

	@Override
	public String name() {
		return "JPA";
	}

	@Override
	public Schema read(Dialect dialect, SqlSession session) {
		PersistenceUnitInfo info = this.unit.getPersistenceUnitInfo();
		if (info == null) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The persistence unit '%s' does not say which classes are its entities."
						.formatted(this.unit.getPersistenceUnitName()),
					"Declare it by a LocalContainerEntityManagerFactoryBean.");
		}
		try {
			return HibernateSchema.read(dialect, session,
					(integrators) -> Bootstrap
						.getEntityManagerFactoryBuilder(new Descriptor(info), settings(session.database(), integrators))
						.build()
						.close());
		}
		catch (MigratorException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"Hibernate does not take the entities: %s.".formatted(StringUtils.trimTrailingCharacter(
							String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()), '.')),
					"Correct the mapping; with it the application does not start either.", ex);
		}
	}

	private Map<String, Object> settings(DatabaseInfo product, IntegratorProvider integrators) {
		Map<String, Object> settings = new HashMap<>(this.unit.getJpaPropertyMap());
		settings.keySet().removeIf((name) -> name.startsWith("jakarta.persistence.schema-generation."));
		settings.put("hibernate.hbm2ddl.auto", "none");
		settings.put("hibernate.boot.allow_jdbc_metadata_access", false);
		settings.put("jakarta.persistence.database-product-name", product.product());
		settings.put("jakarta.persistence.database-product-version",
				product.majorVersion() + "." + product.minorVersion());
		settings.put("jakarta.persistence.database-major-version", product.majorVersion());
		settings.put("jakarta.persistence.database-minor-version", product.minorVersion());
		settings.put(INTEGRATORS, together(settings.get(INTEGRATORS), integrators));
		return settings;
	}

	// Those of the application may change the model, and come first.
	private IntegratorProvider together(@Nullable Object known, IntegratorProvider reading) {
		IntegratorProvider own = provider(known);
		return () -> {
			List<Integrator> all = new ArrayList<>((own != null) ? own.getIntegrators() : List.of());
			all.addAll(reading.getIntegrators());
			return all;
		};
	}

	private @Nullable IntegratorProvider provider(@Nullable Object known) {
		if (known == null || known instanceof IntegratorProvider) {
			return (IntegratorProvider) known;
		}
		Class<?> type = (known instanceof Class<?> given) ? given
				: ClassUtils.resolveClassName(known.toString(), this.unit.getBeanClassLoader());
		return (IntegratorProvider) BeanUtils.instantiateClass(type);
	}

	/**
	 * A persistence unit with its packages, without its data source, and whose classes
	 * stay as they are.
	 */
	private static final class Descriptor extends PersistenceUnitInfoDescriptor {

		private final PersistenceUnitInfo info;

		private Descriptor(PersistenceUnitInfo info) {
			super(info);
			this.info = info;
		}

		@Override
		public List<String> getManagedClassNames() {
			List<String> names = new ArrayList<>(this.info.getManagedClassNames());
			if (this.info instanceof SmartPersistenceUnitInfo smart) {
				names.addAll(smart.getManagedPackages());
			}
			return names;
		}

		@Override
		public @Nullable Object getNonJtaDataSource() {
			return null;
		}

		@Override
		public @Nullable Object getJtaDataSource() {
			return null;
		}

		@Override
		public void pushClassTransformer(EnhancementContext context) {
		}

	}

}
