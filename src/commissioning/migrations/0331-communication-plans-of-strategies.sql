-- A communication plan may belong to a commissioning strategy (requirements P12, C2): of the same body.
alter table commissioning.strategy add unique (id, body);
alter table plans.communication add foreign key (strategy, body) references commissioning.strategy (id, body);
