package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ReferentialAction;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the foreign keys of a table, with the actions of {@code @OnDelete}, of a
 * {@code foreignKeyDefinition} and of options.
 */
final class ForeignKeyReader {

	private final HibernateNames names;

	private final SqlSyntax syntax;

	ForeignKeyReader(HibernateNames names, SqlSyntax syntax) {
		this.names = names;
		this.syntax = syntax;
	}

	List<Constraint> read(Table table) {
		List<Constraint> keys = new ArrayList<>();
		for (ForeignKey key : table.getForeignKeyCollection()) {
			if (key.isCreationEnabled() && key.isPhysicalConstraint() && !key.getReferencedTable().isView()) {
				keys.add(read(key));
			}
		}
		return keys;
	}

	private Constraint read(ForeignKey key) {
		Table other = key.getReferencedTable();
		List<Column> referenced = (key.isReferenceToPrimaryKey()) ? other.getPrimaryKey().getColumns()
				: key.getReferencedColumns();
		Words words = new Words(key);
		ReferentialAction onDelete = action(key.getOnDeleteAction());
		return new Constraint.ForeignKey(this.names.chosen(key.getName()), this.names.columns(key.getColumns()),
				this.names.table(other), this.names.columns(referenced),
				(onDelete != null) ? onDelete : words.action("delete"), words.action("update"), List.of(), null,
				words.deferral(), false, false);
	}

	// To do nothing is what each database does by itself.
	private static @Nullable ReferentialAction action(@Nullable OnDeleteAction action) {
		if (action == null) {
			return null;
		}
		return switch (action) {
			case NO_ACTION -> null;
			case CASCADE -> ReferentialAction.CASCADE;
			case SET_NULL -> ReferentialAction.SET_NULL;
			case SET_DEFAULT -> ReferentialAction.SET_DEFAULT;
			case RESTRICT -> ReferentialAction.RESTRICT;
		};
	}

	/**
	 * What stands behind the columns of a key in the database's words.
	 */
	private final class Words {

		private final List<SqlToken> tokens;

		private Words(ForeignKey key) {
			String text = ((key.getKeyDefinition() != null) ? key.getKeyDefinition() : "") + " "
					+ ((key.getOptions() != null) ? key.getOptions() : "");
			this.tokens = SqlLexer.tokens(text, ForeignKeyReader.this.syntax, 1)
				.stream()
				.filter(SqlToken::isCode)
				.toList();
		}

		private @Nullable ReferentialAction action(String event) {
			int start = indexAfter("on", event);
			if (start < 0 || start >= this.tokens.size()) {
				return null;
			}
			SqlToken first = this.tokens.get(start);
			boolean isDefault = start + 1 < this.tokens.size() && this.tokens.get(start + 1).isWord("default");
			if (first.isWord("set")) {
				return (isDefault) ? ReferentialAction.SET_DEFAULT : ReferentialAction.SET_NULL;
			}
			if (first.isWord("cascade")) {
				return ReferentialAction.CASCADE;
			}
			return (first.isWord("restrict")) ? ReferentialAction.RESTRICT : null;
		}

		private @Nullable Deferral deferral() {
			if (indexAfter("initially", "deferred") >= 0) {
				return Deferral.INITIALLY_DEFERRED;
			}
			boolean deferrable = this.tokens.stream().anyMatch((token) -> token.isWord("deferrable"));
			return (deferrable && indexAfter("not", "deferrable") < 0) ? Deferral.INITIALLY_IMMEDIATE : null;
		}

		private int indexAfter(String first, String second) {
			for (int i = 0; i + 1 < this.tokens.size(); i++) {
				if (this.tokens.get(i).isWord(first) && this.tokens.get(i + 1).isWord(second)) {
					return i + 2;
				}
			}
			return -1;
		}

	}

}
