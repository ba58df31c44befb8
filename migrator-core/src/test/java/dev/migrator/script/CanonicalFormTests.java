package dev.migrator.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Sql;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.condition;
import static dev.migrator.operation.Sql.expression;
import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Databases keep checksums of these texts. Whatever an operation may say in a later
 * version, the texts of what was said before stay as they are here, letter by letter.
 */
class CanonicalFormTests {

	private static String text(Consumer<Operations> migration) {
		OperationRecorder recorder = new OperationRecorder(Dialects.named("h2"), NamingConvention.NONE, null);
		Operations op = new Operations(recorder);
		migration.accept(op);
		op.flush();
		return CanonicalForm.of(recorder.operations());
	}

	@Test
	void tables() {
		assertThat(text((op) -> {
			op.createTable("app.hero", (t) -> {
				t.column("id", Types.bigint()).identity();
				t.column("name", Types.varchar(200)).notNull().defaultValue("Dead'pond").unique();
				t.column("born", Types.timestamp(3)).defaultExpression("current_timestamp").comment("When");
				t.column("pay", Types.numeric(10, 2)).check("pay > 0");
				t.column("raw", Types.raw("citext"));
				t.column("team_id", Types.integer()).references("team", "id", ReferentialAction.SET_NULL);
				t.primaryKey("id");
				t.constraint(op.f("uq_hero")).unique("name", "pay");
				t.constraint("ck_hero").check("pay < 10");
				t.constraint("fk_hero")
					.foreignKey("team_id")
					.references("app.team", "id")
					.onDelete(ReferentialAction.CASCADE)
					.onUpdate(ReferentialAction.NO_ACTION);
				t.index(op.f("ix_hero"), "name", "pay");
				t.comment("Heroes");
			});
			op.createTableIfNotExists("t", (t) -> t.column("a", Types.json()));
			op.renameTable("app.hero", "heroes");
			op.dropTable("t");
			op.dropTableIfExists("t");
		})).isEqualTo(
				"""
						CreateTable{table=Table{name=TableName{schema=3"app",name=4"hero",},columns=[Column{name=2"id",type=StandardType{kind=BIGINT,},identity=4"true",},Column{name=4"name",type=StandardType{kind=VARCHAR,length=3"200",},defaultValue=Value{value=9"Dead'pond",},},Column{name=4"born",type=StandardType{kind=TIMESTAMP,length=1"3",},nullable=4"true",defaultValue=Expression{sql=17"current_timestamp",},comment=4"When",},Column{name=3"pay",type=StandardType{kind=NUMERIC,length=2"10",scale=1"2",},nullable=4"true",},Column{name=3"raw",type=RawType{sql=6"citext",},nullable=4"true",},Column{name=7"team_id",type=StandardType{kind=INTEGER,},nullable=4"true",},],constraints=[Unique{columns=[4"name",],},Check{condition=7"pay > 0",},ForeignKey{columns=[7"team_id",],referencedTable=TableName{name=4"team",},referencedColumns=[2"id",],onDelete=SET_NULL,},PrimaryKey{columns=[2"id",],},Unique{name=7"uq_hero",columns=[4"name",3"pay",],},Check{name=7"ck_hero",condition=8"pay < 10",},ForeignKey{name=7"fk_hero",columns=[7"team_id",],referencedTable=TableName{schema=3"app",name=4"team",},referencedColumns=[2"id",],onDelete=CASCADE,onUpdate=NO_ACTION,},],indexes=[Index{name=7"ix_hero",columns=[IndexColumn{text=4"name",},IndexColumn{text=3"pay",},],},],comment=6"Heroes",},}
						CreateTable{table=Table{name=TableName{name=1"t",},columns=[Column{name=1"a",type=StandardType{kind=JSON,},nullable=4"true",},],},ifNotExists=4"true",}
						RenameTable{table=TableName{schema=3"app",name=4"hero",},newName=6"heroes",}
						DropTable{table=TableName{name=1"t",},}
						DropTable{table=TableName{name=1"t",},ifExists=4"true",}
						""");
	}

	@Test
	void columns() {
		assertThat(text((op) -> {
			op.addColumn("hero", "age", Types.smallint());
			op.addColumn("hero", "team_id", Types.bigint(),
					(c) -> c.notNull().defaultValue(1).references("team", "id").comment("Its team"));
			op.addColumn("hero", "number", Types.integer(), (c) -> c.identity());
			op.alterColumn("hero", "age",
					(c) -> c.rename("years").type(Types.text()).using("age::text").notNull().defaultValue(true));
			op.alterColumn("hero", "age", (c) -> c.nullable().dropDefault());
			op.alterColumn("hero", "age", (c) -> c.defaultExpression("now()"));
			op.renameColumn("hero", "age", "years");
			op.dropColumn("hero", "age");
			op.apply(new DropColumn(table("hero"), "age", true));
		})).isEqualTo(
				"""
						AddColumn{table=TableName{name=4"hero",},column=Column{name=3"age",type=StandardType{kind=SMALLINT,},nullable=4"true",},}
						AddColumn{table=TableName{name=4"hero",},column=Column{name=7"team_id",type=StandardType{kind=BIGINT,},defaultValue=Value{value=1"1",},comment=8"Its team",},}
						AddConstraint{table=TableName{name=4"hero",},constraint=ForeignKey{columns=[7"team_id",],referencedTable=TableName{name=4"team",},referencedColumns=[2"id",],},}
						AddColumn{table=TableName{name=4"hero",},column=Column{name=6"number",type=StandardType{kind=INTEGER,},identity=4"true",},}
						AlterColumn{table=TableName{name=4"hero",},column=3"age",newName=5"years",type=StandardType{kind=TEXT,},using=9"age::text",defaultChange=Set{newDefault=Value{value=4"true",},},}
						AlterColumn{table=TableName{name=4"hero",},column=3"age",nullable=4"true",defaultChange=Drop{},}
						AlterColumn{table=TableName{name=4"hero",},column=3"age",defaultChange=Set{newDefault=Expression{sql=5"now()",},},}
						AlterColumn{table=TableName{name=4"hero",},column=3"age",newName=5"years",}
						DropColumn{table=TableName{name=4"hero",},column=3"age",}
						DropColumn{table=TableName{name=4"hero",},column=3"age",ifExists=4"true",}
						""");
	}

	@Test
	void indexes() {
		assertThat(text((op) -> {
			op.createIndex(op.f("ix_hero_name"), "hero", "name", "age");
			op.createIndex("ux", "app.hero",
					(i) -> i.columns("a").descending("b").expression("lower(c)").unique().where("a > 0"));
			op.createIndex("ix", "hero", (i) -> i.columns("a").ifNotExists().concurrently());
			op.dropIndex("ix", "hero");
			op.dropIndexConcurrently("ix", "hero");
			op.apply(new DropIndex(table("hero"), "ix", true, false));
		})).isEqualTo(
				"""
						CreateIndex{table=TableName{name=4"hero",},index=Index{name=12"ix_hero_name",columns=[IndexColumn{text=4"name",},IndexColumn{text=3"age",},],},}
						CreateIndex{table=TableName{schema=3"app",name=4"hero",},index=Index{name=2"ux",columns=[IndexColumn{text=1"a",},IndexColumn{text=1"b",descending=4"true",},IndexColumn{text=8"lower(c)",expression=4"true",},],unique=4"true",where=5"a > 0",},}
						CreateIndex{table=TableName{name=4"hero",},index=Index{name=2"ix",columns=[IndexColumn{text=1"a",},],},ifNotExists=4"true",concurrently=4"true",}
						DropIndex{table=TableName{name=4"hero",},name=2"ix",}
						DropIndex{table=TableName{name=4"hero",},name=2"ix",concurrently=4"true",}
						DropIndex{table=TableName{name=4"hero",},name=2"ix",ifExists=4"true",}
						""");
	}

	@Test
	void constraints() {
		assertThat(text((op) -> {
			op.createPrimaryKey("pk", "hero", "id");
			op.createUniqueConstraint(null, "hero", "name", "age");
			op.createCheckConstraint(op.f("ck"), "hero", "age > 0");
			op.createForeignKey("fk", "hero", "app.team", List.of("team_id"), List.of("id"));
			op.createForeignKey(null, "hero",
					(key) -> key.columns("a", "b").references("c", "d", "e").onDelete(ReferentialAction.RESTRICT));
			op.dropConstraint("fk", "hero", ConstraintType.FOREIGN_KEY);
			op.apply(new DropConstraint(table("hero"), "ck", ConstraintType.CHECK, true));
		})).isEqualTo(
				"""
						AddConstraint{table=TableName{name=4"hero",},constraint=PrimaryKey{name=2"pk",columns=[2"id",],},}
						AddConstraint{table=TableName{name=4"hero",},constraint=Unique{columns=[4"name",3"age",],},}
						AddConstraint{table=TableName{name=4"hero",},constraint=Check{name=2"ck",condition=7"age > 0",},}
						AddConstraint{table=TableName{name=4"hero",},constraint=ForeignKey{name=2"fk",columns=[7"team_id",],referencedTable=TableName{schema=3"app",name=4"team",},referencedColumns=[2"id",],},}
						AddConstraint{table=TableName{name=4"hero",},constraint=ForeignKey{columns=[1"a",1"b",],referencedTable=TableName{name=1"c",},referencedColumns=[1"d",1"e",],onDelete=RESTRICT,},}
						DropConstraint{table=TableName{name=4"hero",},name=2"fk",type=FOREIGN_KEY,}
						DropConstraint{table=TableName{name=4"hero",},name=2"ck",type=CHECK,ifExists=4"true",}
						""");
	}

	@Test
	void data() {
		assertThat(text((op) -> {
			op.execute("update hero set age = ?, bytes = ?", 1, new byte[] { 1, -2 });
			op.insert(table("hero")).set("name", "Deadpond").set("age", expression("1 + 1")).set("team_id", null);
			op.bulkInsert("hero", List.of(Map.of("name", "Spider"), Map.of("name", "Rusty")));
			op.update(table("app.hero"))
				.set("power", 0)
				.set("age", column("years"))
				.where(column("age").isNull().or(column("age").lt(3)).and(column("name").like("D%").not()))
				.where(condition("a = ?", 5));
			op.delete(table("hero")).where(column("age").in(1, 2).and(column("b").ge(column("c"))));
			op.delete(table("hero"));
		})).isEqualTo(
				"""
						ExecuteSql{sql=34"update hero set age = ?, bytes = ?",binds=[1"1",bytes[1, -2],],}
						InsertRows{table=TableName{name=4"hero",},columns=[4"name",3"age",7"team_id",],rows=[[8"Deadpond",Text{sql=5"1 + 1",},4"null",],],}
						InsertRows{table=TableName{name=4"hero",},columns=[4"name",],rows=[[6"Spider",],[5"Rusty",],],}
						UpdateRows{table=TableName{schema=3"app",name=4"hero",},assignments=[Assignment{column=5"power",value=Value{value=1"0",},},Assignment{column=3"age",value=ColumnValue{column=5"years",},},],where=Both{left=Both{left=Either{left=IsNull{value=ColumnValue{column=3"age",},},right=Comparison{left=ColumnValue{column=3"age",},operator=LESS,right=Value{value=1"3",},},},right=Not{condition=Comparison{left=ColumnValue{column=4"name",},operator=LIKE,right=Value{value=2"D%",},},},},right=Text{sql=5"a = ?",binds=[1"5",],},},}
						DeleteRows{table=TableName{name=4"hero",},where=Both{left=In{value=ColumnValue{column=3"age",},candidates=[Value{value=1"1",},Value{value=1"2",},],},right=Comparison{left=ColumnValue{column=1"b",},operator=GREATER_OR_EQUAL,right=ColumnValue{column=1"c",},},},}
						DeleteRows{table=TableName{name=4"hero",},}
						""");
	}

	@Test
	void moreOfTablesAndColumns() {
		assertThat(text((op) -> {
			op.createTable("hero", (t) -> {
				t.column("id", Types.bigint()).identity((i) -> i.always().startWith(5).cache(3).noCycle());
				t.column("name", Types.text()).collate("C").onUpdate("'x'");
				t.column("twice", Types.integer()).computed("a * 2");
				t.column("thrice", Types.integer()).computedVirtual("a * 3");
				t.column("mood", Types.enumeration("app.mood", "sad", "happy"));
				t.column("tags", Types.array(Types.varchar(3), 7)).defaultValue(new String[] { "a" });
				t.unique("name").nullsNotDistinct().include("id").deferrable();
				t.check("id > 0").noInherit().notValid();
				t.foreignKey("id")
					.references("team", "id")
					.onDelete(ReferentialAction.SET_NULL, "id")
					.match(ForeignKeyMatch.FULL)
					.initiallyDeferred()
					.notValid();
				t.exclude().using("gist").column("id", "=").expression("a + b", "&&").where("id > 0");
				t.option("mysql", "engine", "InnoDB");
				t.index("ix", (i) -> i.column("id", (c) -> c.descending().nullsFirst().prefix(3)).using("btree"));
			});
			op.dropTable("hero", (drop) -> drop.ifExists().cascade());
			op.createTableComment("hero", "x");
			op.dropTableComment("hero");
			op.addColumn("hero", "a", Types.integer(), (c) -> c.inline().unique());
			op.alterColumn("hero", "a", (c) -> c.comment("x").addIdentity().existing(Types.integer()));
			op.alterColumn("hero", "a", (c) -> c.alterIdentity((i) -> i.byDefault().restartWith(3)));
			op.alterColumn("hero", "a", (c) -> c.dropIdentity().computed("b"));
			op.alterColumn("hero", "a", (c) -> c.dropComputed());
		})).isEqualTo(
				"""
						CreateTable{table=Table{name=TableName{name=4"hero",},columns=[Column{name=2"id",type=StandardType{kind=BIGINT,},identity=Identity{always=4"true",options=SequenceOptions{start=1"5",cache=1"3",cycle=5"false",},},},Column{name=4"name",type=StandardType{kind=TEXT,},nullable=4"true",onUpdate=3"'x'",collation=1"C",},Column{name=5"twice",type=StandardType{kind=INTEGER,},nullable=4"true",computed=Computed{expression=5"a * 2",},},Column{name=6"thrice",type=StandardType{kind=INTEGER,},nullable=4"true",computed=Computed{expression=5"a * 3",virtual=4"true",},},Column{name=4"mood",type=EnumType{name=TableName{schema=3"app",name=4"mood",},values=[3"sad",5"happy",],},nullable=4"true",},Column{name=4"tags",type=ArrayType{element=StandardType{kind=VARCHAR,length=1"3",},length=1"7",},nullable=4"true",defaultValue=Value{value=[1"a",],},},],constraints=[Unique{columns=[4"name",],nullsNotDistinct=4"true",include=[2"id",],deferral=INITIALLY_IMMEDIATE,},Check{condition=6"id > 0",noInherit=4"true",notValid=4"true",},ForeignKey{columns=[2"id",],referencedTable=TableName{name=4"team",},referencedColumns=[2"id",],onDelete=SET_NULL,onDeleteColumns=[2"id",],match=FULL,deferral=INITIALLY_DEFERRED,notValid=4"true",},Exclusion{method=4"gist",elements=[Element{column=IndexColumn{text=2"id",},operator=1"=",},Element{column=IndexColumn{text=5"a + b",expression=4"true",},operator=2"&&",},],where=6"id > 0",},],indexes=[Index{name=2"ix",columns=[IndexColumn{text=2"id",descending=4"true",nullsOrder=FIRST,prefix=1"3",},],method=5"btree",},],options=[TableOption{dialect=5"mysql",name=6"engine",value=6"InnoDB",},],},}
						DropTable{table=TableName{name=4"hero",},ifExists=4"true",cascade=4"true",}
						SetTableComment{table=TableName{name=4"hero",},comment=1"x",}
						SetTableComment{table=TableName{name=4"hero",},}
						AddColumn{table=TableName{name=4"hero",},column=Column{name=1"a",type=StandardType{kind=INTEGER,},nullable=4"true",},constraints=[Unique{columns=[1"a",],},],}
						AlterColumn{table=TableName{name=4"hero",},column=1"a",comment=1"x",identity=Add{identity=4"true",},existing=Column{name=1"a",type=StandardType{kind=INTEGER,},nullable=4"true",},}
						AlterColumn{table=TableName{name=4"hero",},column=1"a",identity=Alter{always=5"false",options=SequenceOptions{},restart=1"3",},}
						AlterColumn{table=TableName{name=4"hero",},column=1"a",identity=Drop{},computed=Set{computed=Computed{expression=1"b",},},}
						AlterColumn{table=TableName{name=4"hero",},column=1"a",computed=Drop{},}
						""");
	}

	@Test
	void moreOfIndexesAndConstraints() {
		assertThat(text((op) -> {
			op.createIndex("ix", "hero",
					(i) -> i.expression("lower(a)", (c) -> c.collate("C").operatorClass("x_ops").nullsLast())
						.include("b")
						.nullsNotDistinct()
						.with("fillfactor", 70)
						.tablespace("fast"));
			op.dropIndex("ix", "hero", (drop) -> drop.ifExists().cascade().concurrently());
			op.renameIndex("ix", "hero", "ix2");
			op.createPrimaryKey("pk", "hero", (key) -> key.usingIndex("ix"));
			op.dropConstraint("pk", "hero", ConstraintType.EXCLUSION, (drop) -> drop.cascade());
			op.renameConstraint("a", "hero", "b");
			op.validateConstraint("a", "hero");
		})).isEqualTo(
				"""
						CreateIndex{table=TableName{name=4"hero",},index=Index{name=2"ix",columns=[IndexColumn{text=8"lower(a)",expression=4"true",collation=1"C",operatorClass=5"x_ops",nullsOrder=LAST,},],include=[1"b",],nullsNotDistinct=4"true",with=[StorageParameter{name=10"fillfactor",value=2"70",},],tablespace=4"fast",},}
						DropIndex{table=TableName{name=4"hero",},name=2"ix",ifExists=4"true",concurrently=4"true",cascade=4"true",}
						RenameIndex{table=TableName{name=4"hero",},name=2"ix",newName=3"ix2",}
						AddConstraint{table=TableName{name=4"hero",},constraint=PrimaryKey{name=2"pk",usingIndex=2"ix",},}
						DropConstraint{table=TableName{name=4"hero",},name=2"pk",type=EXCLUSION,cascade=4"true",}
						RenameConstraint{table=TableName{name=4"hero",},name=1"a",newName=1"b",}
						ValidateConstraint{table=TableName{name=4"hero",},name=1"a",}
						""");
	}

	@Test
	void whatStandsBesideTables() {
		assertThat(text((op) -> {
			op.createSequence("s", (s) -> s.as(Types.integer()).minValue(1).noMaxValue().ownedBy("hero", "id"));
			op.alterSequence("s", (s) -> s.incrementBy(2).noCycle().restartWith(4).existing((old) -> old.cycle()));
			op.renameSequence("s", "t");
			op.dropSequence("s", (drop) -> drop.ifExists());
			op.createEnum("mood", "sad", "happy");
			op.addEnumValueBefore("mood", "ok", "happy");
			op.addEnumValueIfNotExists("mood", "ok");
			op.renameEnumValue("mood", "sad", "mad");
			op.renameEnum("mood", "moods");
			op.dropEnum("mood");
			op.createSchemaIfNotExists("app");
			op.dropSchema("app", (drop) -> drop.cascade());
			op.createView("v", "select 1");
			op.replaceMaterializedView("v", "select 1");
			op.refreshMaterializedViewConcurrently("v");
			op.dropView("v");
			op.createFunction("f", "a integer", "returns integer");
			op.replaceProcedure("f", "", "language sql");
			op.dropFunction("f");
			op.recreate(new Trigger("t", table("hero"), "before insert", "execute function f()"));
			op.dropTrigger("t", "hero");
			op.insert(table("hero"))
				.columns("a", "b")
				.values(Sql.json("{}"), List.of(1, 2))
				.values(Duration.ofHours(1), new int[] { 1 })
				.onConflictDoNothing();
			op.apply(new Own("x", false, null));
			op.apply(new Own("y", true, false));
		})).isEqualTo(
				"""
						CreateSequence{sequence=Sequence{name=TableName{name=1"s",},type=StandardType{kind=INTEGER,},options=SequenceOptions{minValue=1"1",noMaxValue=4"true",},owner=Owner{table=TableName{name=4"hero",},column=2"id",},},}
						AlterSequence{sequence=TableName{name=1"s",},options=SequenceOptions{increment=1"2",cycle=5"false",},restart=1"4",existing=SequenceOptions{cycle=4"true",},}
						RenameSequence{sequence=TableName{name=1"s",},newName=1"t",}
						DropSequence{sequence=TableName{name=1"s",},ifExists=4"true",}
						CreateEnum{type=TableName{name=4"mood",},values=[3"sad",5"happy",],}
						AddEnumValue{type=TableName{name=4"mood",},value=2"ok",before=5"happy",}
						AddEnumValue{type=TableName{name=4"mood",},value=2"ok",ifNotExists=4"true",}
						RenameEnumValue{type=TableName{name=4"mood",},value=3"sad",newValue=3"mad",}
						RenameEnum{type=TableName{name=4"mood",},newName=5"moods",}
						DropEnum{type=TableName{name=4"mood",},}
						CreateSchema{schema=3"app",ifNotExists=4"true",}
						DropSchema{schema=3"app",cascade=4"true",}
						CreateObject{object=View{name=TableName{name=1"v",},query=8"select 1",},}
						ReplaceObject{object=View{name=TableName{name=1"v",},query=8"select 1",materialized=4"true",},}
						RefreshView{view=TableName{name=1"v",},concurrently=4"true",}
						DropObject{object=ObjectReference{kind=VIEW,name=TableName{name=1"v",},},}
						CreateObject{object=Routine{name=TableName{name=1"f",},arguments=9"a integer",definition=15"returns integer",},}
						ReplaceObject{object=Routine{name=TableName{name=1"f",},procedure=4"true",arguments=0"",definition=12"language sql",},}
						DropObject{object=ObjectReference{kind=FUNCTION,name=TableName{name=1"f",},},}
						ReplaceObject{object=Trigger{name=1"t",table=TableName{name=4"hero",},event=13"before insert",action=20"execute function f()",},recreate=4"true",}
						DropObject{object=ObjectReference{kind=TRIGGER,name=TableName{name=1"t",},table=TableName{name=4"hero",},},}
						InsertRows{table=TableName{name=4"hero",},columns=[1"a",1"b",],rows=[[Json{text=2"{}",},[1"1",1"2",],],[4"PT1H",[1"1",],],],onConflictDoNothing=4"true",}
						Own{name=1"x",}
						Own{name=1"y",flag=4"true",choice=5"false",}
						""");
	}

	@Test
	void typesOfSeveralAttributes() {
		assertThat(text((op) -> {
			op.createCompositeType("app.place", (t) -> {
				t.attribute("lat", Types.doublePrecision());
				t.attribute("others", Types.array(Types.composite("app.place")));
			});
			op.addAttribute("place", "name", Types.text());
			op.alterAttribute("place", "name", Types.varchar(3), (a) -> a.cascade().existing(Types.text()));
			op.renameAttribute("place", "name", "title", (a) -> a.cascade());
			op.dropAttribute("place", "title", (drop) -> drop.ifExists());
			op.renameCompositeType("place", "Place");
			op.dropCompositeType("Place", (drop) -> drop.cascade());
		})).isEqualTo(
				"""
						CreateCompositeType{composite=CompositeType{name=TableName{schema=3"app",name=5"place",},attributes=[Attribute{name=3"lat",type=StandardType{kind=DOUBLE,},},Attribute{name=6"others",type=ArrayType{element=NamedType{name=TableName{schema=3"app",name=5"place",},},},},],},}
						AddAttribute{type=TableName{name=5"place",},attribute=Attribute{name=4"name",type=StandardType{kind=TEXT,},},}
						AlterAttribute{type=TableName{name=5"place",},attribute=4"name",newType=StandardType{kind=VARCHAR,length=1"3",},cascade=4"true",existing=StandardType{kind=TEXT,},}
						RenameAttribute{type=TableName{name=5"place",},attribute=4"name",newName=5"title",cascade=4"true",}
						DropAttribute{type=TableName{name=5"place",},attribute=5"title",ifExists=4"true",}
						RenameCompositeType{type=TableName{name=5"place",},newName=5"Place",}
						DropCompositeType{type=TableName{name=5"Place",},cascade=4"true",}
						""");
	}

	private record Own(String name, boolean flag, @Nullable Boolean choice) implements CustomOperation {

		@Override
		public List<Operation> expand(String dialect) {
			return List.of();
		}

	}

}
