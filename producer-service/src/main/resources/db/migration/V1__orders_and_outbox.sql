create table customer_order (
  id varchar(36) primary key,
  item varchar(200) not null,
  quantity int not null,
  placed_at timestamp with time zone not null
);

-- A message that is to be published once the transaction that wrote it is committed. id is the order of writing.
create table outbox (
  id bigint generated always as identity primary key,
  message_id varchar(36) not null unique,
  aggregate_id varchar(36) not null,
  exchange varchar(255) not null,
  routing_key varchar(255) not null,
  body varchar(10000) not null,
  created_at timestamp with time zone not null,
  attempts int default 0 not null,
  last_outcome varchar(20),
  due_at timestamp with time zone not null,
  published_at timestamp with time zone
);

create index outbox_due on outbox (published_at, id);
create index outbox_aggregate on outbox (aggregate_id, id);
