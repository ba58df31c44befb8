package dev.migrator.autogenerate.hibernate;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Schema;
import dev.migrator.session.SqlSession;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema while Hibernate starts: when its model of the entities is complete, with
 * what Bean Validation and other libraries add to it, and before it needs a connection.
 * There the start ends.
 *
 * @see <a href=
 * "https://docs.hibernate.org/orm/7.4/userguide/html_single/#bootstrap">Bootstrap in
 * Hibernate's user guide</a>
 */
public final class HibernateSchema {

	private HibernateSchema() {
	}

	/**
	 * Read a schema.
	 * @param dialect the database that it is for; Hibernate is to speak to the same one
	 * @param session where that is, whose default schema is not named
	 * @param start starts Hibernate with an integrator, which ends the start by an
	 * exception
	 * @return what Hibernate would create
	 * @throws RuntimeException if Hibernate does not take the entities
	 */
	public static Schema read(Dialect dialect, SqlSession session, Consumer<IntegratorProvider> start) {
		return read(dialect, dialect.currentSchema(session), start);
	}

	/**
	 * Read a schema.
	 * @param dialect the database that it is for
	 * @param defaultSchema the schema in which migrations create what names none, which
	 * is not named, or {@code null} if it is not known
	 * @param start starts Hibernate
	 * @return what Hibernate would create
	 */
	static Schema read(Dialect dialect, @Nullable String defaultSchema, Consumer<IntegratorProvider> start) {
		return read(new Reading(dialect, defaultSchema), start);
	}

	private static Schema read(Reading reading, Consumer<IntegratorProvider> start) {
		try {
			start.accept(() -> List.of(reading));
		}
		catch (RuntimeException ex) {
			if (reading.schema == null) {
				throw ex;
			}
		}
		if (reading.schema == null) {
			throw new IllegalStateException("Hibernate did not call its integrators");
		}
		return reading.schema;
	}

	/**
	 * Takes the model when it is complete.
	 */
	private static final class Reading implements Integrator {

		private final Dialect dialect;

		private final @Nullable String defaultSchema;

		private @Nullable Schema schema;

		private Reading(Dialect dialect, @Nullable String defaultSchema) {
			this.dialect = dialect;
			this.defaultSchema = defaultSchema;
		}

		@Override
		public void integrate(Metadata metadata, BootstrapContext bootstrapContext,
				SessionFactoryImplementor sessionFactory) {
			this.schema = new HibernateModel(metadata, sessionFactory.getSqlStringGenerationContext(), this.dialect,
					this.defaultSchema)
				.schema();
			throw new ModelReadException();
		}

		@Override
		public void disintegrate(SessionFactoryImplementor sessionFactory,
				SessionFactoryServiceRegistry serviceRegistry) {
		}

	}

	/**
	 * Ends Hibernate's start, which has served.
	 */
	private static final class ModelReadException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private ModelReadException() {
			super("The model of the entities is read", null, false, false);
		}

	}

}
