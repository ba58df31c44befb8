package dev.migrator.autogenerate.hibernate;

import java.io.StringWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.schema.Schema;
import dev.migrator.session.SqlSession;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Hibernate without an application and without a connection.
 *
 * @param database the database's name as our dialects have it
 * @param settings further settings of Hibernate
 */
record HibernateBoot(String database, Map<String, Object> settings) {

	private static final Map<String, List<String>> PRODUCTS = Map.of("postgresql", List.of("PostgreSQL", "17.7"), "h2",
			List.of("H2", "2.4.240"), "mariadb", List.of("MariaDB", "11.4.5"), "mysql", List.of("MySQL", "8.0.31"),
			"sqlite", List.of("SQLite", "3.53.4"));

	static {
		((Logger) LoggerFactory.getLogger("org.hibernate")).setLevel(Level.ERROR);
	}

	private static final ValidatorFactory VALIDATION = Validation.byDefaultProvider()
		.configure()
		.messageInterpolator(new ParameterMessageInterpolator())
		.buildValidatorFactory();

	/** To look through the class path for services takes a fourth of a start. */
	private static final ClassLoaderService SERVICES = new ClassLoaderServiceImpl() {

		@Override
		public void stop() {
			// the next start finds what was found
		}

	};

	HibernateBoot(String database) {
		this(database, Map.of());
	}

	/**
	 * Read what entities want.
	 * @param entities the entities
	 * @param defaultSchema the default schema, or {@code null}
	 * @return the schema
	 */
	Schema read(Collection<Class<?>> entities, @Nullable String defaultSchema) {
		return HibernateSchema.read(Dialects.named(this.database), defaultSchema,
				(integrators) -> start(entities, integrators));
	}

	/**
	 * Read what entities want of a database.
	 * @param session where the database is
	 * @param entities the entities
	 * @return the schema
	 */
	Schema readFor(SqlSession session, Collection<Class<?>> entities) {
		return HibernateSchema.read(Dialects.named(this.database), session,
				(integrators) -> start(entities, integrators));
	}

	/**
	 * Return the DDL that Hibernate itself writes.
	 * @param entities the entities
	 * @return the statements
	 */
	List<String> ddl(Collection<Class<?>> entities) {
		StringWriter script = new StringWriter();
		try {
			start(entities, () -> List.of(new Scripting(script)));
		}
		catch (ScriptedException ex) {
			// the start ends here
		}
		return script.toString().lines().map((line) -> line.replaceFirst(";$", "")).toList();
	}

	/**
	 * Have Hibernate look whether a database is as entities want it.
	 * @param entities the entities
	 * @param database where it is
	 */
	void validate(Collection<Class<?>> entities, DataSource database) {
		Map<String, Object> validating = new HashMap<>(this.settings);
		validating.put("hibernate.boot.allow_jdbc_metadata_access", true);
		validating.put("hibernate.connection.datasource", database);
		validating.put("hibernate.hbm2ddl.auto", "validate");
		// Tables that Hibernate makes for itself, and leaves.
		validating.put("hibernate.query.mutation_strategy.global_temporary.create_tables", false);
		validating.putIfAbsent("hibernate.query.mutation_strategy.persistent.create_tables", false);
		new HibernateBoot(this.database, validating).start(entities, List::of);
	}

	/**
	 * Have Hibernate store and read.
	 * @param entities the entities
	 * @param database where it does
	 * @param work what is done in a transaction
	 */
	void use(Collection<Class<?>> entities, DataSource database, Consumer<Session> work) {
		Map<String, Object> using = new HashMap<>(this.settings);
		using.put("hibernate.connection.datasource", database);
		new HibernateBoot(this.database, using).start(entities, List::of, (factory) -> factory.inTransaction(work));
	}

	private void start(Collection<Class<?>> entities, IntegratorProvider integrators) {
		start(entities, integrators, (factory) -> {
		});
	}

	private void start(Collection<Class<?>> entities, IntegratorProvider integrators, Consumer<SessionFactory> use) {
		BootstrapServiceRegistryBuilder bootstrap = new BootstrapServiceRegistryBuilder()
			.applyClassLoaderService(SERVICES);
		integrators.getIntegrators().forEach(bootstrap::applyIntegrator);
		List<String> product = PRODUCTS.getOrDefault(this.database, List.of());
		try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap.build())
			.applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
			.applySetting("jakarta.persistence.database-product-name", product.get(0))
			.applySetting("jakarta.persistence.database-product-version", product.get(1))
			.applySetting("hibernate.physical_naming_strategy",
					"org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
			.applySetting("jakarta.persistence.validation.factory", VALIDATION)
			.applySettings(this.settings)
			.build()) {
			MetadataSources sources = new MetadataSources(registry);
			entities.forEach(sources::addAnnotatedClass);
			try (SessionFactory factory = sources.buildMetadata().buildSessionFactory()) {
				use.accept(factory);
			}
		}
	}

	/**
	 * Has Hibernate write its script.
	 *
	 * @param script where to
	 */
	private record Scripting(StringWriter script) implements Integrator {

		@Override
		public void integrate(org.hibernate.boot.Metadata metadata, BootstrapContext bootstrapContext,
				SessionFactoryImplementor sessionFactory) {
			Map<String, Object> settings = Map.of("jakarta.persistence.schema-generation.scripts.action", "create",
					"jakarta.persistence.schema-generation.scripts.create-target", this.script,
					"hibernate.hbm2ddl.create_namespaces", "true");
			SchemaManagementToolCoordinator.process(metadata, sessionFactory.getServiceRegistry(),
					new HashMap<>(settings), null);
			throw new ScriptedException();
		}

		@Override
		public void disintegrate(SessionFactoryImplementor sessionFactory,
				SessionFactoryServiceRegistry serviceRegistry) {
		}

	}

	/**
	 * Ends the start.
	 */
	private static final class ScriptedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
