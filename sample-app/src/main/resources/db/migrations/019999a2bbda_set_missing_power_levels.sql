-- revision: 019999a2bbda
-- down-revision: 34d06fd61ba8
-- message: Set missing power levels to 0
-- created-at: 2026-02-17T11:05:00Z

-- migrator:upgrade
update hero set power_level = 0 where power_level is null;

-- migrator:downgrade
-- No hero has had level 0 before, so that each 0 stands for a missing level.
update hero set power_level = null where power_level = 0;
