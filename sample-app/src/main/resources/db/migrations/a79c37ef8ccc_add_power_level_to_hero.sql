-- revision: a79c37ef8ccc
-- down-revision: d569a505f7e7
-- message: Add power level to hero
-- created-at: 2026-01-19T16:45:00Z

-- migrator:upgrade
alter table hero add column power_level integer;

-- migrator:downgrade
alter table hero drop column power_level;
