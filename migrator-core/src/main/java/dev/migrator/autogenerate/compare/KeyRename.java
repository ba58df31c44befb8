package dev.migrator.autogenerate.compare;

import dev.migrator.schema.TableName;

/**
 * A constraint or an index that is to have another name.
 *
 * @param table its table
 * @param pair the key as it is and as it is to be
 * @param oldName its name
 * @param newName its new name
 */
record KeyRename(TableName table, KeyMatching.Pair pair, String oldName, String newName) {

}
