-- W3C Trace Context of the request that wrote the message. Null without tracing, and in what an older version writes.
alter table outbox add column traceparent varchar(55);
alter table outbox add column tracestate varchar(512);
