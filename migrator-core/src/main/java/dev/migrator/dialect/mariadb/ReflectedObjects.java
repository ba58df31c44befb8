package dev.migrator.dialect.mariadb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.operation.Row;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
import dev.migrator.session.SqlSession;

/**
 * The views, routines and triggers of schemas, as they would be created again.
 */
final class ReflectedObjects {

	private static final String VIEWS = """
			select table_schema as `schema`, table_name as name, view_definition as query,
			    case check_option when 'NONE' then '' else concat(' with ', lower(check_option), ' check option') end
			    as check_option
			from information_schema.views where table_schema in %s""";

	private static final String ROUTINES = """
			select routine_schema as `schema`, routine_name as name, specific_name as specific_name,
			    routine_type = 'PROCEDURE' as is_procedure,
			    concat_ws(' ', case routine_type when 'FUNCTION' then concat('returns ', dtd_identifier) end,
			        case is_deterministic when 'YES' then 'deterministic' end,
			        nullif(lower(sql_data_access), 'contains sql'),
			        case security_type when 'INVOKER' then 'sql security invoker' end,
			        concat('comment ', nullif(quote(routine_comment), '''''')), routine_definition) as definition
			from information_schema.routines where routine_schema in %s and routine_type in ('PROCEDURE', 'FUNCTION')""";

	private static final String PARAMETERS = """
			select specific_schema as `schema`, specific_name as specific_name, routine_type = 'PROCEDURE' as is_procedure,
			    concat_ws(' ', nullif(lower(parameter_mode), 'in'), parameter_name, dtd_identifier) as parameter
			from information_schema.parameters where specific_schema in %s and ordinal_position > 0
			order by specific_schema, specific_name, routine_type, ordinal_position""";

	private static final String TRIGGERS = """
			select trigger_schema as `schema`, event_object_table as table_name, trigger_name as name,
			    lower(concat(action_timing, ' ', event_manipulation)) as event, action_statement as action
			from information_schema.triggers where trigger_schema in %s""";

	private final ReflectedSchemas schemas;

	private final SqlSession session;

	ReflectedObjects(ReflectedSchemas schemas, SqlSession session) {
		this.schemas = schemas;
		this.session = session;
	}

	List<View> views() {
		return this.schemas.query(VIEWS, this.session)
			.stream()
			.map((row) -> new View(this.schemas.name(row.string("schema"), row.string("name")),
					this.schemas.shortened(row.string("query") + row.string("check_option")), false))
			.toList();
	}

	List<Routine> routines() {
		Map<String, String> arguments = new HashMap<>();
		for (Row row : this.schemas.query(PARAMETERS, this.session)) {
			arguments.merge(key(row), String.valueOf(row.string("parameter")), (one, next) -> one + ", " + next);
		}
		return this.schemas.query(ROUTINES, this.session)
			.stream()
			.map((row) -> new Routine(this.schemas.name(row.string("schema"), row.string("name")),
					row.bool("is_procedure"), arguments.getOrDefault(key(row), ""),
					String.valueOf(row.string("definition"))))
			.toList();
	}

	private static String key(Row row) {
		return row.string("schema") + "\0" + row.string("specific_name") + "\0" + row.bool("is_procedure");
	}

	List<Trigger> triggers() {
		return this.schemas.query(TRIGGERS, this.session)
			.stream()
			.map((row) -> new Trigger(String.valueOf(row.string("name")),
					this.schemas.name(row.string("schema"), row.string("table_name")),
					String.valueOf(row.string("event")), "for each row " + row.string("action")))
			.toList();
	}

}
