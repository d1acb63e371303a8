-- The messages that have had their effect.
create table processed_message (
  message_id varchar(255) primary key,
  processed_at timestamp with time zone not null
);

create index processed_message_age on processed_message (processed_at);

-- The effects. Nothing here keeps an order from being shipped twice, so that it would be seen.
create table shipment (
  id bigint generated always as identity primary key,
  order_id varchar(36) not null,
  item varchar(200) not null,
  quantity int not null,
  message_id varchar(255) not null,
  worker varchar(255) not null,
  shipped_at timestamp with time zone not null
);

create index shipment_order on shipment (order_id);
