-- What a measure measures (requirement T1): at most one open link to the same plan, priority or outcome.
create unique index measure_link_open on performance.measure_link (measure, coalesce(plan, priority, outcome)) where ends_on is null;
