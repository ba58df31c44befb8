package dev.migrator.operation;

import java.util.function.Consumer;

import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.ObjectReference.Kind;
import dev.migrator.schema.Routine;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * What a migration does to views, functions, procedures and triggers: what stands in the
 * schema as a text and is replaced as a whole. Their texts are in the database's own
 * words. A downgrade replaces an object by its former text:
 * {@code op.replace(new View(…))}, with both kept where the migrations find them.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/cookbook.html">Replaceable
 * Objects in Alembic's cookbook</a>
 */
public sealed interface ObjectDirectives extends Directives permits Operations {

	/**
	 * Create a view, a function, a procedure or a trigger.
	 * @param object what to create
	 */
	default void create(StoredObject object) {
		apply(new CreateObject(object));
	}

	/**
	 * Put a view, a function, a procedure or a trigger in place of one of that name.
	 * @param object the new one
	 */
	default void replace(StoredObject object) {
		apply(new ReplaceObject(object, false, null));
	}

	/**
	 * Drop a view, a function, a procedure or a trigger and create it again, where the
	 * database does not change one into the other: in PostgreSQL a view does not lose
	 * columns otherwise.
	 * @param object the new one
	 */
	default void recreate(StoredObject object) {
		apply(new ReplaceObject(object, true, null));
	}

	/**
	 * Drop a view, a function, a procedure or a trigger.
	 * @param object the object as it is
	 */
	default void drop(StoredObject object) {
		apply(new DropObject(object.reference(), false, false, object));
	}

	/**
	 * Create a view.
	 * @param view its name
	 * @param query what it shows
	 */
	default void createView(String view, String query) {
		create(new View(TableName.of(view), query, false));
	}

	/**
	 * Put a view in place of one of that name.
	 * @param view its name
	 * @param query what it shows
	 */
	default void replaceView(String view, String query) {
		replace(new View(TableName.of(view), query, false));
	}

	/**
	 * Drop a view.
	 * @param view its name
	 */
	default void dropView(String view) {
		dropView(view, (drop) -> {
		});
	}

	/**
	 * Drop a view.
	 * @param view its name
	 * @param content how it is dropped
	 */
	default void dropView(String view, Consumer<DropSpec> content) {
		drop(new ObjectReference(Kind.VIEW, TableName.of(view), null, null), content);
	}

	/**
	 * Create a materialized view.
	 * @param view its name
	 * @param query what it shows
	 */
	default void createMaterializedView(String view, String query) {
		create(new View(TableName.of(view), query, true));
	}

	/**
	 * Put a materialized view in place of one of that name. Its indexes go, and are to be
	 * created again.
	 * @param view its name
	 * @param query what it shows
	 */
	default void replaceMaterializedView(String view, String query) {
		replace(new View(TableName.of(view), query, true));
	}

	/**
	 * Have a materialized view take its rows from its query again.
	 * @param view its name
	 */
	default void refreshMaterializedView(String view) {
		apply(new RefreshView(TableName.of(view), false));
	}

	/**
	 * Have a materialized view take its rows from its query again while readers go on
	 * (PostgreSQL; it needs a unique index).
	 * @param view its name
	 */
	default void refreshMaterializedViewConcurrently(String view) {
		apply(new RefreshView(TableName.of(view), true));
	}

	/**
	 * Drop a materialized view.
	 * @param view its name
	 */
	default void dropMaterializedView(String view) {
		dropMaterializedView(view, (drop) -> {
		});
	}

	/**
	 * Drop a materialized view.
	 * @param view its name
	 * @param content how it is dropped
	 */
	default void dropMaterializedView(String view, Consumer<DropSpec> content) {
		drop(new ObjectReference(Kind.MATERIALIZED_VIEW, TableName.of(view), null, null), content);
	}

	/**
	 * Create a function. In H2 that is an alias, which has no arguments here.
	 * @param function its name
	 * @param arguments its arguments, without brackets
	 * @param definition what stands behind them: {@code returns integer language sql …}
	 */
	default void createFunction(String function, String arguments, String definition) {
		create(new Routine(TableName.of(function), false, arguments, definition));
	}

	/**
	 * Put a function in place of one of that name and of arguments of the same types.
	 * @param function its name
	 * @param arguments its arguments, without brackets
	 * @param definition what stands behind them
	 */
	default void replaceFunction(String function, String arguments, String definition) {
		replace(new Routine(TableName.of(function), false, arguments, definition));
	}

	/**
	 * Drop the only function of a name.
	 * @param function its name
	 */
	default void dropFunction(String function) {
		dropFunction(function, null, (drop) -> {
		});
	}

	/**
	 * Drop a function.
	 * @param function its name
	 * @param arguments its arguments, without brackets
	 */
	default void dropFunction(String function, String arguments) {
		dropFunction(function, arguments, (drop) -> {
		});
	}

	/**
	 * Drop a function.
	 * @param function its name
	 * @param arguments its arguments, without brackets, or {@code null} if there is one
	 * of the name only
	 * @param content how it is dropped
	 */
	default void dropFunction(String function, @Nullable String arguments, Consumer<DropSpec> content) {
		drop(new ObjectReference(Kind.FUNCTION, TableName.of(function), arguments, null), content);
	}

	/**
	 * Create a procedure.
	 * @param procedure its name
	 * @param arguments its arguments, without brackets
	 * @param definition what stands behind them: {@code language plpgsql …}
	 */
	default void createProcedure(String procedure, String arguments, String definition) {
		create(new Routine(TableName.of(procedure), true, arguments, definition));
	}

	/**
	 * Put a procedure in place of one of that name and of arguments of the same types.
	 * @param procedure its name
	 * @param arguments its arguments, without brackets
	 * @param definition what stands behind them
	 */
	default void replaceProcedure(String procedure, String arguments, String definition) {
		replace(new Routine(TableName.of(procedure), true, arguments, definition));
	}

	/**
	 * Drop the only procedure of a name.
	 * @param procedure its name
	 */
	default void dropProcedure(String procedure) {
		dropProcedure(procedure, null, (drop) -> {
		});
	}

	/**
	 * Drop a procedure.
	 * @param procedure its name
	 * @param arguments its arguments, without brackets
	 */
	default void dropProcedure(String procedure, String arguments) {
		dropProcedure(procedure, arguments, (drop) -> {
		});
	}

	/**
	 * Drop a procedure.
	 * @param procedure its name
	 * @param arguments its arguments, without brackets, or {@code null} if there is one
	 * of the name only
	 * @param content how it is dropped
	 */
	default void dropProcedure(String procedure, @Nullable String arguments, Consumer<DropSpec> content) {
		drop(new ObjectReference(Kind.PROCEDURE, TableName.of(procedure), arguments, null), content);
	}

	/**
	 * Create a trigger:
	 * {@code op.createTrigger("hero_audit", "hero", "after insert", "for each row execute function audit()")}.
	 * @param trigger its name
	 * @param table its table
	 * @param event when it acts
	 * @param action what it does
	 */
	default void createTrigger(String trigger, String table, String event, String action) {
		create(new Trigger(trigger, TableName.of(table), event, action));
	}

	/**
	 * Put a trigger in place of one of that name.
	 * @param trigger its name
	 * @param table its table
	 * @param event when it acts
	 * @param action what it does
	 */
	default void replaceTrigger(String trigger, String table, String event, String action) {
		replace(new Trigger(trigger, TableName.of(table), event, action));
	}

	/**
	 * Drop a trigger.
	 * @param trigger its name
	 * @param table its table
	 */
	default void dropTrigger(String trigger, String table) {
		dropTrigger(trigger, table, (drop) -> {
		});
	}

	/**
	 * Drop a trigger.
	 * @param trigger its name
	 * @param table its table
	 * @param content how it is dropped
	 */
	default void dropTrigger(String trigger, String table, Consumer<DropSpec> content) {
		TableName tableName = TableName.of(table);
		drop(new ObjectReference(Kind.TRIGGER, tableName.withName(trigger), null, tableName), content);
	}

	private void drop(ObjectReference object, Consumer<DropSpec> content) {
		DropSpec spec = new DropSpec();
		content.accept(spec);
		apply(new DropObject(object, spec.isIfExists(), spec.isCascade(), null));
	}

}
