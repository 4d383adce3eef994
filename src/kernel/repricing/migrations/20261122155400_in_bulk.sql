-- Every household of a city in one run: the names of runs and grants are looked after statement by statement.
call refer_in_bulk('repricing_result', 'run_id', 'repricing_run');
call refer_in_bulk('repricing_result', 'grant_id', 'benefit_grant');
