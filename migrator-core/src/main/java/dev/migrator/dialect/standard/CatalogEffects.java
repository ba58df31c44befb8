package dev.migrator.dialect.standard;

import dev.migrator.dialect.Dialect.Effect;
import dev.migrator.dialect.standard.Catalog.Kind;
import dev.migrator.dialect.standard.Catalog.Presence;
import dev.migrator.session.SqlSession;

/**
 * Tells from the catalog whether a change of the schema was made.
 */
final class CatalogEffects {

	private final Catalog catalog;

	private final boolean atomic;

	private final SqlSession session;

	/**
	 * Create the effects.
	 * @param catalog how to ask
	 * @param atomic whether a statement is done wholly or not at all
	 * @param session where to ask
	 */
	CatalogEffects(Catalog catalog, boolean atomic, SqlSession session) {
		this.catalog = catalog;
		this.atomic = atomic;
		this.session = session;
	}

	Effect of(SchemaChange change) {
		if (change instanceof SchemaChange.Create create) {
			Effect effect = ofCreate(find(create.kind(), create.name()));
			return (effect == Effect.DONE && create.filled() && !this.atomic) ? Effect.UNKNOWN : effect;
		}
		if (change instanceof SchemaChange.Drop drop) {
			return ofDrop(find(drop.kind(), drop.name()));
		}
		if (change instanceof SchemaChange.Rename rename) {
			return ofRename(find(rename.kind(), rename.name()), find(rename.kind(), rename.newName()));
		}
		return ofPart(change);
	}

	private Effect ofPart(SchemaChange change) {
		if (change instanceof SchemaChange.CreateIndex create) {
			return ofCreate(findIndex(create.table(), create.index()));
		}
		if (change instanceof SchemaChange.DropIndex drop) {
			return ofDrop(findIndex(drop.table(), drop.index()));
		}
		if (change instanceof SchemaChange.RenameIndex rename) {
			return ofRename(findIndex(rename.table(), rename.index()), findIndex(rename.table(), rename.newName()));
		}
		if (change instanceof SchemaChange.CreateConstraint create) {
			return ofCreate(findConstraint(create.table(), create.constraint()));
		}
		if (change instanceof SchemaChange.DropConstraint drop) {
			return ofDrop(findConstraint(drop.table(), drop.constraint()));
		}
		if (change instanceof SchemaChange.RenameConstraint rename) {
			return ofRename(findConstraint(rename.table(), rename.constraint()),
					findConstraint(rename.table(), rename.newName()));
		}
		return ofColumn(change);
	}

	private Effect ofColumn(SchemaChange change) {
		if (change instanceof SchemaChange.CreateColumn create) {
			return ofCreate(findColumn(create.table(), create.column()));
		}
		if (change instanceof SchemaChange.DropColumn drop) {
			return ofDrop(findColumn(drop.table(), drop.column()));
		}
		if (change instanceof SchemaChange.RenameColumn rename) {
			return ofRename(findColumn(rename.table(), rename.column()), findColumn(rename.table(), rename.newName()));
		}
		if (change instanceof SchemaChange.CreateFacet create) {
			return ofCreate(this.catalog.findFacet(create.table(), create.column(), create.facet(), this.session));
		}
		if (change instanceof SchemaChange.DropFacet drop) {
			return ofDrop(this.catalog.findFacet(drop.table(), drop.column(), drop.facet(), this.session));
		}
		return ofOther(change);
	}

	private Effect ofOther(SchemaChange change) {
		if (change instanceof SchemaChange.CreateTrigger create) {
			return ofCreate(this.catalog.findTrigger(create.trigger(), create.table(), this.session));
		}
		if (change instanceof SchemaChange.DropTrigger drop) {
			return ofDrop(this.catalog.findTrigger(drop.trigger(), drop.table(), this.session));
		}
		if (change instanceof SchemaChange.CreateEnumValue create) {
			return ofCreate(this.catalog.findEnumValue(create.type(), create.value(), this.session));
		}
		if (change instanceof SchemaChange.RenameEnumValue rename) {
			return ofRename(this.catalog.findEnumValue(rename.type(), rename.value(), this.session),
					this.catalog.findEnumValue(rename.type(), rename.newValue(), this.session));
		}
		return (change instanceof SchemaChange.Repeatable) ? Effect.NOT_DONE : Effect.UNKNOWN;
	}

	private Presence find(Kind kind, SqlName name) {
		return this.catalog.find(kind, name, this.session);
	}

	private Presence findIndex(SqlName table, SqlName index) {
		return this.catalog.findIndex(table, index, this.session);
	}

	private Presence findColumn(SqlName table, String column) {
		return this.catalog.findColumn(table, column, this.session);
	}

	private Presence findConstraint(SqlName table, String constraint) {
		return this.catalog.findConstraint(table, constraint, this.session);
	}

	private static Effect ofCreate(Presence presence) {
		return switch (presence) {
			case PRESENT -> Effect.DONE;
			// What is not complete is cleared away before the statement runs again.
			case ABSENT, INCOMPLETE -> Effect.NOT_DONE;
			case UNCLEAR -> Effect.UNKNOWN;
		};
	}

	private static Effect ofDrop(Presence presence) {
		return switch (presence) {
			case PRESENT, INCOMPLETE -> Effect.NOT_DONE;
			case ABSENT -> Effect.DONE;
			case UNCLEAR -> Effect.UNKNOWN;
		};
	}

	private static Effect ofRename(Presence before, Presence after) {
		if (before == Presence.PRESENT && after == Presence.ABSENT) {
			return Effect.NOT_DONE;
		}
		return (before == Presence.ABSENT && after == Presence.PRESENT) ? Effect.DONE : Effect.UNKNOWN;
	}

}
