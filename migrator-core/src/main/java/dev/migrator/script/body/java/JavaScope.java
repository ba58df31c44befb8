package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.script.body.code.Code;

/**
 * What the source of a class may name: its imports, and in a method the variables that
 * hold types whose source is long.
 */
final class JavaScope {

	/** The packages whose classes need no import. */
	private static final String LANG = "java.lang";

	private final Map<String, String> imports = new TreeMap<>();

	private final Set<String> others = new TreeSet<>();

	private final Map<Object, String> variables = new HashMap<>();

	private final List<Code> declarations = new ArrayList<>();

	JavaScope() {
		List.of(Operations.class, Migration.class, Revision.class).forEach(this::name);
	}

	/** Return the name of a class, and have it imported. */
	String name(Class<?> type) {
		if (type.isMemberClass()) {
			return name(type.getDeclaringClass()) + "." + type.getSimpleName();
		}
		if (type.getPackageName().equals(LANG)) {
			return type.getSimpleName();
		}
		String known = this.imports.putIfAbsent(type.getSimpleName(), type.getName());
		return (known == null || known.equals(type.getName())) ? type.getSimpleName() : type.getName();
	}

	/** Call a static method that is imported. */
	Code.Call call(Class<?> type, String method, Code... arguments) {
		this.others.add("static " + type.getName() + "." + method);
		return Code.call(method, arguments);
	}

	/** Call a static method of a class that is imported. */
	Code.Call callOf(Class<?> type, String method, Code... arguments) {
		return Code.call(name(type) + "." + method, arguments);
	}

	/** Name a constant of an enumeration. */
	Code constant(Enum<?> constant) {
		return Code.atom(name(constant.getDeclaringClass()) + "." + constant.name());
	}

	/** Have a name imported that the source of a part needs. */
	void add(String importName) {
		this.others.add(importName);
	}

	/** Hold a value in a variable of the method. */
	String variable(Class<?> type, Object value, String wanted, Code source) {
		String known = this.variables.get(value);
		if (known != null) {
			return known;
		}
		String variable = wanted;
		for (int i = 2; this.variables.containsValue(variable); i++) {
			variable = wanted + i;
		}
		this.variables.put(value, variable);
		this.declarations.add(new Code.Declaration(name(type) + " " + variable, source));
		return variable;
	}

	/** Return the declarations since the last call. */
	List<Code> takeDeclarations() {
		List<Code> taken = List.copyOf(this.declarations);
		this.declarations.clear();
		return taken;
	}

	/** Begin another method, which sees no variables of the last one. */
	void beginMethod() {
		this.variables.clear();
	}

	/** Return all imports, as they stand behind the word. */
	Set<String> imports() {
		Set<String> all = new TreeSet<>(this.imports.values());
		all.addAll(this.others);
		return all;
	}

}
