package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import dev.migrator.autogenerate.AutogenerateFilter.Kind;
import dev.migrator.autogenerate.AutogenerateFilter.Subject;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Remark;
import dev.migrator.dialect.UnmanagedObject;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of both sides what is not to be compared: the migrator's own tables, what
 * patterns and filters exclude, and what is in the database but none of the application's
 * business.
 */
final class Scope {

	private final ComparisonSettings settings;

	private final Globs includes;

	private final Globs excludes;

	private final Globs unmanaged;

	private final ChangeSet changes;

	Scope(ComparisonSettings settings, ChangeSet changes) {
		this.settings = settings;
		this.includes = Globs.of(settings.includes());
		this.excludes = Globs.of(settings.excludes());
		this.unmanaged = Globs.of(settings.unmanaged());
		this.changes = changes;
	}

	/**
	 * Leave out of the database what is not to be compared.
	 * @param database what is in the database
	 * @param target what is wanted
	 * @return what is compared of the database
	 */
	Schema database(Schema database, Schema target) {
		TableParts parts = new TableParts(this.settings);
		Map<TableName, Table> tables = target.tablesByName();
		return new Schema(database.schemas(),
				pick(database.tables(), target.tables(), Table::name, Kind.TABLE, true).stream()
					.map((table) -> parts.select(table, tables.get(table.name()), true))
					.toList(),
				pick(database.sequences(), target.sequences(), Sequence::name, Kind.SEQUENCE, true),
				pick(database.enums(), target.enums(), Scope::name, Kind.ENUM, true),
				pick(database.composites(), target.composites(), CompositeType::name, Kind.COMPOSITE, true),
				named(database.views(), target.views(), View::name, Kind.VIEW),
				named(database.routines(), target.routines(), Scope::name, Kind.ROUTINE),
				named(database.triggers(), target.triggers(), Scope::name, Kind.TRIGGER));
	}

	/**
	 * Leave out of what is wanted what is not to be compared.
	 * @param database what is in the database, all of it
	 * @param target what is wanted
	 * @return what is compared of it
	 */
	Schema target(Schema database, Schema target) {
		TableParts parts = new TableParts(this.settings);
		Map<TableName, Table> tables = database.tablesByName();
		return new Schema(target.schemas(),
				pick(target.tables(), database.tables(), Table::name, Kind.TABLE, false).stream()
					.map((table) -> parts.select(table, tables.get(table.name()), false))
					.toList(),
				pick(target.sequences(), database.sequences(), Sequence::name, Kind.SEQUENCE, false),
				pick(target.enums(), database.enums(), Scope::name, Kind.ENUM, false),
				pick(target.composites(), database.composites(), CompositeType::name, Kind.COMPOSITE, false),
				pick(target.views(), database.views(), View::name, Kind.VIEW, false),
				pick(target.routines(), database.routines(), Scope::name, Kind.ROUTINE, false),
				pick(target.triggers(), database.triggers(), Scope::name, Kind.TRIGGER, false));
	}

	/**
	 * Remark on what is not even compared, since something else looks after it.
	 * @param objects what that is
	 */
	void remark(List<UnmanagedObject> objects) {
		for (UnmanagedObject object : objects) {
			if (isSeen(object.name())) {
				this.changes.remark(Remark.Kind.UNMANAGED, object.name().toString(), object.text(), null);
			}
		}
	}

	private static TableName name(EnumType type) {
		return Objects.requireNonNull(type.name());
	}

	private static TableName name(Routine routine) {
		return routine.name().withName(routine.name().name() + "(" + routine.arguments() + ")");
	}

	private static TableName name(Trigger trigger) {
		return trigger.table().withName(trigger.table().name() + "." + trigger.name());
	}

	private static <T> Map<TableName, T> byName(Collection<T> parts, Function<T, TableName> name) {
		Map<TableName, T> byName = new HashMap<>();
		parts.forEach((part) -> byName.put(name.apply(part), part));
		return byName;
	}

	// Stored objects that no target names stay, whatever their names.
	private <T> List<T> named(List<T> parts, List<T> targets, Function<T, TableName> name, Kind kind) {
		Map<TableName, T> wanted = byName(targets, name);
		List<T> left = new ArrayList<>();
		for (T part : pick(parts, targets, name, kind, true)) {
			if (wanted.containsKey(name.apply(part))) {
				left.add(part);
			}
			else {
				remark(kind, name.apply(part));
			}
		}
		return left;
	}

	private <T> List<T> pick(List<T> parts, List<T> others, Function<T, TableName> name, Kind kind, boolean database) {
		Map<TableName, T> otherSide = byName(others, name);
		List<T> picked = new ArrayList<>();
		for (T part : parts) {
			TableName partName = name.apply(part);
			T other = otherSide.get(partName);
			if (!isSeen(partName) || !passes(kind, partName, part, other, database)) {
				continue;
			}
			if (database && other == null && this.unmanaged.match(partName)) {
				remark(kind, partName);
			}
			else {
				picked.add(part);
			}
		}
		return picked;
	}

	private boolean isSeen(TableName name) {
		return !this.settings.ownTables().contains(name) && (this.includes.isEmpty() || this.includes.match(name))
				&& !this.excludes.match(name);
	}

	private boolean passes(Kind kind, TableName name, Object part, @Nullable Object other, boolean database) {
		Subject subject = new Subject(kind, name, name.name(), (database) ? part : other, (database) ? other : part);
		return this.settings.filters()
			.stream()
			.allMatch((filter) -> (!database || filter.includesName(kind, name.name(), name))
					&& filter.includes(subject));
	}

	private void remark(Kind kind, TableName name) {
		this.changes.remark(Remark.Kind.UNMANAGED, name.toString(),
				"The %s %s is in the database, and stays there.".formatted(kind.name().toLowerCase(Locale.ROOT), name),
				null);
	}

}
