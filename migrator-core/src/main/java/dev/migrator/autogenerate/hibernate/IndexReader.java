package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Formula;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the indexes of a table. Those with {@code unique = true} are unique constraints,
 * as Hibernate makes them.
 */
final class IndexReader {

	private static final Logger logger = LoggerFactory.getLogger(IndexReader.class);

	private final HibernateNames names;

	private final SqlSyntax syntax;

	IndexReader(HibernateNames names, SqlSyntax syntax) {
		this.names = names;
		this.syntax = syntax;
	}

	List<Index> read(Table table) {
		return table.getIndexes().values().stream().map(this::read).toList();
	}

	private Index read(org.hibernate.mapping.Index index) {
		Map<Selectable, String> orders = index.getSelectableOrderMap();
		List<IndexColumn> columns = new ArrayList<>();
		for (Selectable selectable : index.getSelectables()) {
			columns.add(column(selectable, orders.getOrDefault(selectable, "")));
		}
		return new Index(this.names.chosen(index.getName()), columns, index.isUnique(), where(index));
	}

	private IndexColumn column(Selectable selectable, String order) {
		String words = order.toLowerCase(Locale.ROOT);
		NullsOrder nulls = (words.contains("nulls first")) ? NullsOrder.FIRST
				: (words.contains("nulls last")) ? NullsOrder.LAST : null;
		boolean descending = words.startsWith("desc");
		if (selectable instanceof Column column) {
			return new IndexColumn(this.names.column(column), false, descending, null, null, nulls, null);
		}
		return new IndexColumn(((Formula) selectable).getFormula(), true, descending, null, null, nulls, null);
	}

	private @Nullable String where(org.hibernate.mapping.Index index) {
		String options = index.getOptions();
		if (options == null || options.isBlank()) {
			return null;
		}
		List<SqlToken> tokens = SqlLexer.tokens(options, this.syntax, 1).stream().filter(SqlToken::isCode).toList();
		if (tokens.size() > 1 && tokens.get(0).isWord("where")) {
			return options.substring(tokens.get(1).start()).strip();
		}
		logger.warn("The options '{}' of the index {} are no part of generated revisions; write them by hand", options,
				index.getName());
		return null;
	}

}
