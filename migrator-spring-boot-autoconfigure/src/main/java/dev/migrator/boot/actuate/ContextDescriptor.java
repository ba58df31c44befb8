package dev.migrator.boot.actuate;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The migrators of one context.
 *
 * @param migrators the migrators by the name of their bean
 * @param parentId the id of the parent context, or {@code null} if there is none
 */
public record ContextDescriptor(Map<String, MigratorDescriptor> migrators, @Nullable String parentId) {

}
