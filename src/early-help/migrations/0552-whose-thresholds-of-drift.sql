-- The thresholds of the drift list are a proposal: no audit was read for them.
update casework.drift_rule set source = 'Proposed to the partnership, which decides' where id = '018f0550-0000-7000-8000-000000000001';
