-- revision: 2b1ae634e5cd
-- down-revision: 1975ea83b712
-- message: Add the first hero
-- created-at: 2026-01-16T10:00:00Z

-- migrator:upgrade
insert into hero (name) values ('Deadpond');
-- migrator:downgrade
delete from hero where name = 'Deadpond';
