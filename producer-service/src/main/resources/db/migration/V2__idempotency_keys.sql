-- Requests under an Idempotency-Key. A row is written before its request is done; it has a status once the answer is known.
create table idempotency_key (
  key_hash varchar(64) primary key,
  fingerprint varchar(64) not null,
  message_id varchar(36) not null,
  attempts int default 1 not null,
  created_at timestamp with time zone not null,
  lease_until timestamp with time zone not null,
  status int,
  content_type varchar(255),
  location varchar(2000),
  body bytea
);

create index idempotency_key_age on idempotency_key (created_at);
