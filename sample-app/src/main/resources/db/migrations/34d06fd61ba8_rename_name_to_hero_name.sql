-- revision: 34d06fd61ba8
-- down-revision: 14d93260d354
-- message: Rename name to hero_name
-- created-at: 2026-02-10T08:20:00Z

-- PostgreSQL and H2 share these words; the rows and the index stay.

-- migrator:upgrade
alter table hero rename column name to hero_name;

-- migrator:downgrade
alter table hero rename column hero_name to name;
