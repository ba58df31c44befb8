package dev.migrator.autogenerate.scratch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.migrator.autogenerate.TargetSource;
import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
import dev.migrator.session.SqlSession;

/**
 * Puts together what several targets want. Two may want the same thing, but not two
 * different things of one name.
 */
final class MergedTargets {

	private final Map<Object, String> sources = new HashMap<>();

	private final Map<Object, Object> parts = new HashMap<>();

	private MergedTargets() {
	}

	/**
	 * Read targets.
	 * @param targets the targets
	 * @param dialect what the database speaks that they are for
	 * @param session where that database is
	 * @return what they want together
	 * @throws MigratorException {@code CONFIGURATION} if two want something else of one
	 * name
	 */
	static Schema read(Collection<? extends TargetSource> targets, Dialect dialect, SqlSession session) {
		return new MergedTargets().merge(targets, dialect, session);
	}

	private Schema merge(Collection<? extends TargetSource> targets, Dialect dialect, SqlSession session) {
		Set<String> schemas = new LinkedHashSet<>();
		List<Table> tables = new ArrayList<>();
		List<Sequence> sequences = new ArrayList<>();
		List<EnumType> enums = new ArrayList<>();
		List<CompositeType> composites = new ArrayList<>();
		List<View> views = new ArrayList<>();
		List<Routine> routines = new ArrayList<>();
		List<Trigger> triggers = new ArrayList<>();
		for (TargetSource source : targets) {
			Schema schema = source.read(dialect, session);
			schemas.addAll(schema.schemas());
			add(source, schema.tables(), tables, (table) -> table.name());
			add(source, schema.sequences(), sequences, (sequence) -> sequence.name());
			add(source, schema.enums(), enums, (type) -> "enum " + type.name());
			add(source, schema.composites(), composites, (type) -> "composite type " + type.name());
			add(source, schema.views(), views, (view) -> view.name());
			add(source, schema.routines(), routines, (routine) -> routine.reference());
			add(source, schema.triggers(), triggers, (trigger) -> trigger.reference());
		}
		return new Schema(List.copyOf(schemas), tables, sequences, enums, composites, views, routines, triggers);
	}

	private <T> void add(TargetSource source, List<T> from, List<T> to, Function<T, Object> key) {
		for (T part : from) {
			Object name = key.apply(part);
			Object known = this.parts.putIfAbsent(name, part);
			if (known == null) {
				this.sources.put(name, source.name());
				to.add(part);
			}
			else if (!known.equals(part)) {
				throw new MigratorException(ErrorCategory.CONFIGURATION, "Both %s and %s want %s, and not the same."
					.formatted(this.sources.get(name), source.name(), name), "Leave it out of one of them.");
			}
		}
	}

}
