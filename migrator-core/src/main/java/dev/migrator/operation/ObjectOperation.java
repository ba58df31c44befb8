package dev.migrator.operation;

/**
 * What is done to a view, a function, a procedure or a trigger.
 */
public sealed interface ObjectOperation extends Operation permits CreateObject, ReplaceObject, DropObject, RefreshView {

}
