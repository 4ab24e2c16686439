-- Figures that a program brings (requirement I2) are kept as a file of figures is, by whoever's token it was: with the key that the program chose, so that
-- the same request twice stores once, and with the answer that it got.
alter table performance.upload
  add column token uuid,
  add column asked_key text check (char_length(asked_key) between 1 and 200),
  add constraint upload_by_program check ((token is null) = (asked_key is null) and (token is null or loaded_at is not null)),
  add constraint upload_key_once unique (actor, asked_key);
